import ApusURLSession
import Foundation
import Testing

/// The snippets of the READMEs that call the vendors' clients, over HTTP. `Tests/GeneratedClientTests` runs the same code
/// with both transports.
struct ReadmeSnippetTests {
    @Test func clients() async throws {
        try await RunningVendors.run { vendors in
            let first = try await firstClient(vendors.galileo, URLSessionTransport())
            try #require(first.count == 2)
            #expect(first[1] == [first[0][0], "nightly"])

            let urls = [
                "http://127.0.0.1:8101": vendors.galileo, "http://127.0.0.1:8102": vendors.galtea,
                "http://127.0.0.1:8103": vendors.honeyHive,
            ]
            let printed = try await vendorClients(urls, URLSessionTransport())
            #expect(printed.first == "nightly")
            #expect(printed.suffix(2) == [#"["value": "Returning buyer"]"#, "true"])
        }
    }

    @Test(arguments: [
        ("README.md", "A first client", "FirstClient.swift"),
        ("Examples/VendorServers/README.md", "Clients", "VendorClients.swift"),
    ])
    func snippetsAreThese(_ readme: String, _ title: String, _ source: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let root = (0..<4).reduce(folder) { url, _ in url.deletingLastPathComponent() }
        let section = try text(of: root.appendingPathComponent(readme)).split(separator: "\n## \(title)\n").dropFirst()
        let blocks = try #require(section.first).split(separator: "```swift\n").dropFirst()
        let snippet = lines(try #require(blocks.first { $0.hasPrefix("import ") }).split(separator: "\n```")[0])
        let imports = snippet.prefix { $0.hasPrefix("import ") }

        let code = lines(try text(of: folder.appendingPathComponent("Snippets/\(source)")))
        #expect(imports.allSatisfy(code.contains))
        #expect(snippet.count > imports.count && code.firstRange(of: snippet.dropFirst(imports.count)) != nil)
    }

    private func text(of file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

    private func lines(_ text: some StringProtocol) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
