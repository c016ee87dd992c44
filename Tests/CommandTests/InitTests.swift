import Foundation
import TestSupport
import Testing

@Suite struct InitTests {
    private static let goldens = packageRoot.appendingPathComponent("Tests/CommandTests/Goldens/Init")

    /// A package with one target and a description, beside the packages of Apus.
    private func package(_ manifest: String = Manifests.template) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("apus/Package.swift", "")
        try folder.write("apus-plugins/Package.swift", "")
        try folder.write("App/Package.swift", manifest)
        try folder.write("App/Sources/App/App.swift", "")
        try folder.write("App/openapi.yaml", Descriptions.pets)
        return folder
    }

    private func run(_ arguments: String..., in folder: TemporaryFolder) async throws -> ProgramRun {
        try await Tool.run(
            try #require(Tool.binary), ["init"] + arguments + ["--apus", "../apus", "--plugins", "../apus-plugins"],
            in: folder.path("App"))
    }

    @Test func `a configuration is written, and what the manifest needs is shown`() async throws {
        let folder = try package()
        let run = try await run("openapi.yaml", in: folder)
        #expect(run.status == 0 && run.errors == "", "\(run.errors)")
        try expect(run.output, matches: Self.goldens.appendingPathComponent("lines.txt"))
        try expect(
            folder.text(of: "App/Sources/App/apus.yaml"), matches: Self.goldens.appendingPathComponent("apus.yaml"))
        #expect(try folder.text(of: "App/Package.swift") == Manifests.template)
        let lint = try await Tool.run("lint", "Sources/App/apus.yaml", in: folder.path("App"))
        #expect(lint.status == 0, "\(lint.errors)")
    }

    @Test(arguments: Manifests.all.map(\.name))
    func `what is needed is added once`(_ name: String) async throws {
        let folder = try package(try #require(Manifests.all.first { $0.name == name }).text)
        let first = try await run("--add", "--parts", "models,validation", in: folder)
        #expect(first.status == 0, "\(first.errors)")
        let manifest = try folder.text(of: "App/Package.swift")
        try expect(manifest, matches: Self.goldens.appendingPathComponent("\(name).txt"))
        let again = try await run("--add", "--parts", "models,validation", in: folder)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output == "Package.swift: needs no change\n")
        #expect(try folder.text(of: "App/Package.swift") == manifest)
        if let swiftc = Compiler.path {
            let parsed = try await Tool.run(
                URL(fileURLWithPath: swiftc), ["-parse", folder.path("App/Package.swift").path], in: folder.url)
            #expect(parsed.status == 0, "\(parsed.errors)")
        }
    }

    @Test(arguments: Manifests.unclear)
    func `a manifest that is not written out stays as it is`(_ manifest: String) async throws {
        let folder = try package(manifest)
        let before = try folder.snapshot()
        let run = try await run("--add", in: folder)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("error: nothing was added to Package.swift, because "), "\(run.errors)")
        #expect(run.errors.contains(".plugin(name: \"ApusBuild\", package: \"apus-plugins\")"))
        #expect(try folder.snapshot() == before)
    }

    @Test func `nothing is overwritten`() async throws {
        let folder = try package()
        try folder.write("App/Sources/App/apus.yaml", "input: mine.yaml\n")
        let before = try folder.snapshot()
        for arguments in [["openapi.yaml"], [], ["openapi.yaml", "--add"]] {
            let run = try await Tool.run(try #require(Tool.binary), ["init"] + arguments, in: folder.path("App"))
            #expect(run.status == 2)
            #expect(run.errors == "error: Sources/App/apus.yaml exists already and is not overwritten\n")
        }
        #expect(try folder.snapshot() == before)
    }

    @Test(arguments: ["api.yml", "- a: b.yaml", "../outside.yaml", "12", "Sources/App/openapi.yml"])
    func `a document of any name and place is named so that it is found`(_ name: String) async throws {
        let folder = try package()
        try folder.write("App/" + name, Descriptions.pets)
        let made = try await run("./" + name, in: folder)
        #expect(made.status == 0, "\(made.errors)")
        let check = try await Tool.run("check", "Sources/App", "--output", "Out", in: folder.path("App"))
        #expect(check.output.hasPrefix("--- /dev/null"), "\(check.errors)")
    }

    @Test func `without a package, the configuration is for the command`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        let made = try await Tool.run("init", in: folder.url)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output == "apus.yaml: written; `apus generate` writes to the folder Generated\n")
        #expect(try await Tool.run("generate", in: folder.url).status == 0)
        #expect(try await Tool.run("check", in: folder.url).status == 0)
    }

    @Test func `what is missing or ambiguous is said`() async throws {
        let folder = try package()
        try folder.write("App/Sources/Tool/main.swift", "")
        for (arguments, error) in [
            (["openapi.yaml"], "choose the target with `--target NAME`: App, Tool"),
            (["openapi.yaml", "--target", "Tools"], "there is no folder Sources/Tools"),
            (["nowhere.yaml", "--target", "Tool"], "there is no file nowhere.yaml"),
        ] {
            let run = try await Tool.run(try #require(Tool.binary), ["init"] + arguments, in: folder.path("App"))
            #expect(run.status == 2)
            #expect(run.errors == "error: \(error)\n")
        }
        let empty = try TemporaryFolder()
        let run = try await Tool.run("init", "--add", in: empty.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("swift package init"))
        #expect(try await Tool.run("init", in: empty.url).errors.contains("there is no openapi.yaml here"))
    }
}
