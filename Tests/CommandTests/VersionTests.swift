import Foundation
import TestSupport
import Testing

/// Versions of the tool, of generated code and of the runtime.
@Suite struct VersionTests {
    /// A package that has resolved a runtime with the given source.
    private func package(runtime: String?, state: String? = nil) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        if let runtime { try folder.write("Runtime/Sources/Runtime/Models/Models/GeneratedFormat.swift", runtime) }
        try folder.write("App/Package.swift", "")
        try folder.write(
            "App/.build/workspace-state.json",
            state ?? """
                {"object": {"dependencies": [
                  {"packageRef": {"identity": "other"}, "state": {"name": "sourceControlCheckout"}, "subpath": "other"},
                  {"packageRef": {"identity": "apus"}, "state": {"name": "fileSystem", "path": "\(folder.path("Runtime").path)"}}
                ]}, "version": 7}
                """)
        try folder.write("App/Sources/App/openapi.yaml", Descriptions.pets)
        return folder
    }

    private func generate(in folder: TemporaryFolder) async throws -> ProgramRun {
        try await Tool.run(
            "generate", "openapi.yaml", "--output", "Generated/Deep", "--diagnostics", "line",
            in: folder.path("App/Sources/App"))
    }

    @Test func `the version names the format of generated code`() async throws {
        let run = try await Tool.run("--version", in: packageRoot)
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: #/apus \d+\.\d+\.\d+, generated code of format \d+\n/#) != nil)
    }

    @Test func `a runtime that knows the format is fine`() async throws {
        let source = try bytes(
            of: packageRoot.appendingPathComponent("Sources/Runtime/Models/Models/GeneratedFormat.swift"))
        let run = try await generate(in: try package(runtime: String(decoding: source, as: UTF8.self)))
        #expect(run.status == 0)
        #expect(run.errors == "")
    }

    @Test(
        arguments: [
            "public enum GeneratedFormat0 {}\n", "",
            "@available(\n    *, unavailable, message: \"generate again\"\n)\npublic enum GeneratedFormatN {}\n\npublic enum GeneratedFormat0 {}",
        ])
    func `a runtime that does not know the format is warned of`(_ source: String) async throws {
        let version = try await Tool.run("--version", in: packageRoot).output
        let format = try #require(version.firstMatch(of: #/format (\d+)/#)).1
        let folder = try package(runtime: source.replacing("FormatN", with: "Format\(format)"))
        let run = try await generate(in: folder)
        #expect(run.status == 0)
        #expect(
            run.errors.hasPrefix(
                "warning: the runtime in \(folder.path("Runtime").path) does not support generated code of format \(format)"
            ),
            "\(run.errors)")
        #expect(run.errors.contains("[E0508]"))
    }

    @Test func `a checkout is found, too`() async throws {
        let folder = try package(
            runtime: nil,
            state: #"{"object": {"dependencies": [{"state": {"name": "sourceControlCheckout"}, "subpath": "apus"}]}}"#)
        try folder.write("App/.build/checkouts/apus/Sources/Runtime/Models/Models/GeneratedFormat.swift", "")
        #expect(try await generate(in: folder).errors.contains("App/.build/checkouts/apus does not support"))
    }

    @Test(arguments: ["", "{", "[]", "{\"object\": {\"dependencies\": [1, {}]}}"])
    func `what SwiftPM has written otherwise is not used`(_ state: String) async throws {
        let run = try await generate(in: try package(runtime: "", state: state))
        #expect(run.status == 0)
        #expect(run.errors == "")
    }
}
