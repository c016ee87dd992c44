import Foundation
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The list of Galtea's sessions over HTTP.
struct ListRouteTests {
    private func status(of url: String) async throws -> Int {
        var request = URLRequest(url: try #require(URL(string: url)))
        request.setValue("Bearer gsk_1", forHTTPHeaderField: "Authorization")
        return try #require(try await URLSession.shared.data(for: request).1 as? HTTPURLResponse).statusCode
    }

    @Test func filtersThatCannotBeApplied() async throws {
        try await RunningVendors.run { vendors in
            for (query, expected) in [("versionIds%5B%5D=v", 200), ("testIds%5B%5D=t", 400), ("excludeTestIds=", 400)] {
                let status = try await status(of: "\(vendors.galtea)/sessions?\(query)")
                #expect(status == expected)
            }
        }
    }
}
