import Foundation
import TestSupport
import Testing

/// `apus generate-target` as `ApusBuildPlugin` runs it.
@Suite struct BuildToolTests {
    /// Runs the tool with absolute paths, like the plugin, from another folder than the package's.
    private func run(
        _ input: String, in folder: TemporaryFolder, output: String = "Out", module: String = "Pets"
    ) async throws -> ProgramRun {
        try await Tool.run(
            try #require(Tool.binary),
            ["generate-target", "--module", module] + Self.api(input, in: folder, output: output),
            in: FileManager.default.temporaryDirectory)
    }

    private static func api(
        _ input: String, in folder: TemporaryFolder, output: String = "Out", prefix: String = "none", shards: Int = 16
    ) -> [String] {
        [
            "--input", folder.path(input).path, "--output", folder.path(output).path, "--prefix", prefix, "--shards",
            "\(shards)",
        ]
    }

    private func package() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write("apus.yaml", Descriptions.configuration)
        return folder
    }

    @Test(arguments: ["apus.yaml", "openapi.yaml"])
    func `it generates the files that the plugin declares, as the command does`(_ input: String) async throws {
        let folder = try package()
        let built = try await run(input, in: folder)
        #expect(built.status == 0, "\(built.errors)")
        let shards = (0..<16).map { "Models\($0 < 10 ? "0" : "")\($0).swift" }
        let files = try folder.snapshot(of: "Out")
        #expect(Set(files.keys) == Set(shards + ["Client.swift"]))

        let command = try await Tool.run(
            "generate", input, "--output", "Other", "--module", "Pets", "--layout", "shards", "--shards", "16",
            "--diagnostics", "line", in: folder.url)
        #expect(command.status == 0)
        #expect(try folder.snapshot(of: "Other").mapValues(\.contents) == files.mapValues(\.contents))
        #expect(built.output == "")
        #expect(built.errors == command.errors)

        let again = try await run(input, in: folder)
        #expect(again.status == 0 && again.output == "")
        #expect(try folder.snapshot(of: "Out") == files)
    }

    @Test func `errors in the description have their lines, and leave all files as they are`() async throws {
        let folder = try package()
        #expect(try await run("apus.yaml", in: folder).status == 0)
        try folder.write(
            "openapi.yaml", Descriptions.pets.replacingOccurrences(of: "schemas/Toy", with: "schemas/Game"))
        let before = try folder.snapshot()
        let broken = try await run("apus.yaml", in: folder)
        #expect(broken.status == 3)
        #expect(broken.output == "")
        #expect(broken.errors.hasPrefix("\(folder.path("openapi.yaml").path):34:"), "\(broken.errors)")
        #expect(broken.errors.contains(": error: "))
        #expect(broken.errors.hasSuffix("\n1 error\n"))
        #expect(try folder.snapshot() == before)
    }

    @Test func `errors in the configuration have their lines`() async throws {
        let folder = try package()
        try folder.write("apus.yaml", Descriptions.configuration + "wings: 2\n")
        let run = try await run("apus.yaml", in: folder)
        #expect(run.status == 2)
        #expect(
            run.errors.hasPrefix("\(folder.path("apus.yaml").path):5:1: error: unknown key `wings`"), "\(run.errors)")
    }

    @Test(arguments: ["nowhere.yaml", "nowhere/apus.yaml", "."])
    func `an input that is not there is wrong usage`(_ input: String) async throws {
        let folder = try TemporaryFolder()
        let run = try await run(input, in: folder)
        #expect(run.status == 2)
        #expect(run.errors.prefixMatch(of: #/(\S+: )?error: cannot read /#) != nil, "\(run.errors)")
        #expect(try folder.snapshot().isEmpty)
    }

    @Test func `what is in the way, or leads elsewhere, is not written to`() async throws {
        let folder = try package()
        try folder.write("Out/Client.swift", "struct Mine {}\n")
        let before = try folder.snapshot()
        let foreign = try await run("apus.yaml", in: folder)
        #expect(foreign.status == 2)
        #expect(foreign.errors.contains("E0504"))
        let blocked = try await run("apus.yaml", in: folder, output: "openapi.yaml")
        #expect(blocked.status == 70)
        #expect(blocked.errors.hasPrefix("error: cannot "))
        #expect(try folder.snapshot() == before)
    }

    @Test func `a reference out of the root is refused where it stands`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("secret.yaml", "type: object\n")
        let text = Descriptions.pets.replacingOccurrences(of: "#/components/schemas/Toy", with: "../secret.yaml")
        try folder.write("api/openapi.yaml", text)
        let run = try await run("api/openapi.yaml", in: folder)
        #expect(run.status == 3)
        #expect(run.errors.hasPrefix("\(folder.path("api/openapi.yaml").path):34:"), "\(run.errors)")
    }

    @Test func `a module that cannot be is wrong usage`() async throws {
        let folder = try package()
        let run = try await run("apus.yaml", in: folder, module: "a b")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("Error: "))
        #expect(!FileManager.default.fileExists(atPath: folder.path("Out").path))
    }

    @Test(arguments: [
        ["openapi.yaml"], ["--module", "Pets", "--input", "openapi.yaml"], ["--module", "Pets", "--shards", "many"],
    ])
    func `other arguments than the plugin's are wrong usage`(_ arguments: [String]) async throws {
        let folder = try package()
        let before = try folder.snapshot()
        let run = try await Tool.run(try #require(Tool.binary), ["generate-target"] + arguments, in: folder.url)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("Error: "))
        #expect(try folder.snapshot() == before)
    }

    // MARK: Several APIs

    /// Two APIs that both have the types `Pet` and `Toy`.
    private func severalAPIs(_ configurations: [String: String] = ["shop": "", "zoo": ""]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, configuration) in configurations {
            try folder.write("\(name)/openapi.yaml", Descriptions.pets)
            try folder.write("\(name)/apus.yaml", "input: openapi.yaml\n" + configuration)
        }
        return folder
    }

    private func runSeveral(in folder: TemporaryFolder, prefixes: [String] = ["Shop", "Zoo"]) async throws -> ProgramRun
    {
        try await Tool.run(
            try #require(Tool.binary),
            ["generate-target", "--module", "App"]
                + Self.api("shop/apus.yaml", in: folder, output: "Out/Shop", prefix: prefixes[0], shards: 2)
                + Self.api("zoo/apus.yaml", in: folder, output: "Out/Zoo", prefix: prefixes[1], shards: 1),
            in: folder.url)
    }

    @Test func `two APIs with the same types make one module`() async throws {
        let folder = try severalAPIs()
        let run = try await runSeveral(in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let files = try folder.snapshot(of: "Out").mapValues(\.text)
        #expect(
            Set(files.keys) == [
                "Shop/ShopModels00.swift", "Shop/ShopModels01.swift", "Shop/ShopClient.swift", "Zoo/ZooModels00.swift",
                "Zoo/ZooClient.swift",
            ])
        #expect(files["Shop/ShopClient.swift"]?.contains("struct ShopClient:") == true)
        #expect(files["Zoo/ZooModels00.swift"]?.contains("struct ZooPet:") == true)
        if Compiler.path != nil, let modules = Compiler.modules {
            let sources = Dictionary(uniqueKeysWithValues: files.map { ($0.key.replacing("/", with: "-"), $0.value) })
            let output = try await Compiler.run(
                ["-typecheck", "-swift-version", "6", "-module-name", "App", "-I", modules.path], on: sources)
            #expect(output == "")
        }
    }

    @Test func `types that two APIs declare are an error, and nothing is written`() async throws {
        let folder = try severalAPIs(["shop": "", "zoo": "names: {Pet: ShopPet}\n"])
        let run = try await runSeveral(in: folder)
        #expect(run.status == 2)
        let (shop, zoo) = (folder.path("shop/apus.yaml").path, folder.path("zoo/apus.yaml").path)
        #expect(run.errors.contains("error: `ShopPet` is generated from \(shop) and from \(zoo)"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("Out").path))
        let without = try await runSeveral(in: folder, prefixes: ["none", "none"])
        #expect(without.errors.contains("`Toy` is generated from "), "\(without.errors)")
    }

    @Test func `errors in all APIs are shown, and nothing is written`() async throws {
        let folder = try severalAPIs(["shop": "wings: 2\n", "zoo": "prefix: a-b\n"])
        let run = try await runSeveral(in: folder)
        #expect(run.status == 2)
        #expect(
            run.errors.contains("\(folder.path("shop/apus.yaml").path):2:1: error: unknown key `wings`"),
            "\(run.errors)")
        #expect(run.errors.contains("\(folder.path("zoo/apus.yaml").path):2:9: error: "), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("Out").path))
    }
}
