import Foundation
import Testing

/// `--lenient` and the configuration's `lenient:`: parts with errors are omitted with a warning.
@Suite struct LenientTests {
    private func package() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml", Descriptions.pets.replacingLast("type: object", with: "type: objct"))
        try folder.write("apus.yaml", Descriptions.configuration)
        return folder
    }

    @Test func `errors stop a strict run`() async throws {
        let folder = try package()
        let run = try await Tool.run("generate", "--diagnostics", "line", in: folder.url)
        #expect(run.status == 3)
        #expect(run.errors.contains("openapi.yaml:36:13: error: `objct` is not a type of JSON Schema [E0205]\n"))
    }

    @Test func `a lenient run leaves out what has errors`() async throws {
        let folder = try package()
        let run = try await Tool.run("generate", "--lenient", "--diagnostics", "line", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("warning: the schema `Toy` is left out [E0340]\n"))
        #expect(run.errors.contains("openapi.yaml:36:13: note: `objct` is not a type of JSON Schema"))
        let files = try folder.snapshot(of: "Generated").values.map(\.text)
        #expect(files.contains { $0.contains("typealias Toy = JSONValue") })
        #expect(files.contains { $0.contains("var toy: Toy?") })

        #expect(try await Tool.run("check", "--lenient", in: folder.url).status == 0)
        // Warnings count as findings.
        #expect(try await Tool.run("lint", "--lenient", in: folder.url).status == 1)
    }

    @Test func `the configuration can say so`() async throws {
        let folder = try package()
        try folder.write("apus.yaml", Descriptions.configuration + "lenient: true\n")
        #expect(try await Tool.run("generate", in: folder.url).status == 0)
        try folder.write("apus.yaml", Descriptions.configuration + "lenient: maybe\n")
        let run = try await Tool.run("generate", in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("this must be `true` or `false`"))
    }
}

extension String {
    fileprivate func replacingLast(_ text: String, with other: String) -> String {
        range(of: text, options: .backwards).map { replacingCharacters(in: $0, with: other) } ?? self
    }
}
