import Foundation
import TestSupport
import Testing

@testable import ApusSwiftEmitter

struct ReservedNameTests {
    /// A generated type with the name of a runtime type would be ambiguous in code that imports both modules.
    @Test func everyPublicTypeOfTheRuntimeIsReserved() throws {
        let server = try declared(in: ["Runtime/Server", "Transports/Hummingbird"])
        // Generated code imports neither `ApusOAuth` nor `ApusTesting`, and names such as `OAuthToken` are common.
        let all = try declared(in: ["Runtime/Models", "Runtime/Client", "Runtime/Runtime", "Transports"])
            .subtracting(server)
        try #require(all.count > 40)
        #expect(all.subtracting(ReservedNames.runtime).sorted() == [])
        #expect(ReservedNames.runtime.subtracting(all).sorted() == [])
        #expect(server.subtracting(ReservedNames.server).sorted() == [])
        #expect(ReservedNames.server.subtracting(server).sorted() == [])
    }

    private func declared(in modules: [String]) throws -> Set<String> {
        var declared: Set<String> = []
        for module in modules {
            let folder = packageRoot.appendingPathComponent("Sources/\(module)")
            for file in files(below: folder, extensions: ["swift"]) {
                let text = String(decoding: try bytes(of: file), as: UTF8.self)
                for line in text.split(separator: "\n") {
                    // Nested types are indented and do not match.
                    guard
                        let match = line.firstMatch(
                            of: #/^public (?:\w+ )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/#)
                            ?? line.firstMatch(of: #/^@_exported import \w+ \w+\.(\w+)/#)
                    else { continue }
                    declared.insert(String(match.1))
                }
            }
        }
        return declared
    }
}
