import Foundation
import TestSupport
import Testing

@Suite struct ReportingTests {
    private func faulty() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml", Descriptions.pets.replacingOccurrences(of: "schemas/Toy", with: "schemas/Game"))
        return folder
    }

    @Test func `problems go to the error stream in the form asked for`() async throws {
        let folder = try faulty()
        for (form, start) in [
            ("text", "error[E"), ("line", "openapi.yaml:34:"), ("json", "["), ("sarif", "{"),
        ] {
            let run = try await Tool.run("lint", "openapi.yaml", "--diagnostics", form, in: folder.url)
            #expect(run.status == 3)
            #expect(run.output == "")
            #expect(run.errors.hasPrefix(start), "\(run.errors)")
            if form == "json" || form == "sarif" {
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) }
            } else {
                #expect(run.errors.hasSuffix("\n1 error\n"))
            }
        }
    }

    @Test func `color is for terminals, or on demand`() async throws {
        let folder = try faulty()
        #expect(try await !Tool.run("lint", "openapi.yaml", in: folder.url).errors.contains("\u{1B}"))
        #expect(
            try await Tool.run("lint", "openapi.yaml", "--color", "always", in: folder.url).errors.contains("\u{1B}"))
    }

    @Test func `a clean description lints clean`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        let run = try await Tool.run("lint", "openapi.yaml", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "" && run.errors == "")
    }

    @Test func `the intermediate representation is shown as text and as JSON`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        let text = try await Tool.run("inspect", "--ir", "openapi.yaml", in: folder.url)
        #expect(text.status == 0)
        #expect(text.output.hasPrefix("title: \"Pets\"\nversion: \"1.0.0\"\n"))
        let json = try await Tool.run("inspect", "--ir", "--json", "openapi.yaml", in: folder.url)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let types = try #require(object["types"] as? [[String: Any]])
        #expect(types.count == 2)
        let again = try await Tool.run("inspect", "--ir", "--json", "openapi.yaml", in: folder.url)
        #expect(again.output == json.output)
    }

    /// Other tools read the names and the form of the fields. A change of this golden is a change for them.
    @Test func `the form of the intermediate representation as JSON is promised`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.representation)
        let json = try await Tool.run("inspect", "--ir", "--json", "openapi.yaml", in: folder.url)
        #expect(json.errors == "")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        let text = try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
        try expect(
            String(decoding: text, as: UTF8.self) + "\n",
            matches: packageRoot.appendingPathComponent("Tests/CommandTests/Goldens/representation.json"))
    }
}
