import Foundation
import TestSupport
import Testing

@Suite struct ConfigurationTests {
    private static let goldens = packageRoot.appendingPathComponent("Tests/CommandTests/Goldens")

    private static let mistakes: [(name: String, yaml: String)] = [
        ("unknown-key", "input: openapi.yaml\nouput: Generated\ncolour: red\n"),
        (
            "wrong-values",
            """
            input: [openapi.yaml]
            output: ""
            module: My Module
            access: publik
            layout: 3
            shards: 0
            parts: [models, cleint]
            names: { pet: "a-b", toy: 7 }
            urls: { schemas: vendor, "https://example.com/": 7 }
            client: { defaultTransport: "X; import Y", retries: 3 }

            """
        ),
        (
            "wrong-severities",
            """
            input: openapi.yaml
            output: Generated
            diagnostics:
              E0309: fatal
              E0390: error
              W12: off
              E0206: off
              E0330: off

            """
        ),
        ("not-a-mapping", "- input: openapi.yaml\n"),
        ("broken-yaml", "input: [openapi.yaml\noutput: Generated\n"),
        ("no-input", "output: Generated\n"),
        ("no-output", "input: openapi.yaml\n"),
        ("missing-input", "input: nowhere.yaml\noutput: Generated\n"),
        ("missing-templates", "input: openapi.yaml\noutput: Generated\ntemplates: nowhere\n"),
        ("missing-root", "input: openapi.yaml\noutput: Generated\nroot: nowhere\n"),
    ]

    @Test(arguments: mistakes.map(\.name))
    func `a mistake is shown where it is`(_ name: String) async throws {
        let mistake = try #require(Self.mistakes.first { $0.name == name })
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write("apus.yaml", mistake.yaml)
        let run = try await Tool.run("generate", in: folder.url)
        #expect(run.status == 2)
        #expect(run.output == "")
        try expect(run.errors, matches: Self.goldens.appendingPathComponent("\(name).txt"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("Generated").path))
    }

    @Test func `names and templates of the configuration are used`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write(
            "apus.yaml", Descriptions.configuration + "names: { Toy: Plaything }\ntemplates: Templates\n")
        #expect(try await Tool.run("templates", "export", "Templates", in: folder.url).status == 0)
        let run = try await Tool.run("generate", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let texts = try folder.snapshot(of: "Generated").values.map(\.text)
        #expect(texts.contains { $0.contains("struct Plaything:") })
        #expect(!texts.contains { $0.contains("struct Toy:") })

        let plain = try await Tool.run("check", in: folder.url)
        #expect(plain.status == 0, "exported templates give what the built-in ones give\n\(plain.output)")
        let template = try folder.text(of: "Templates/file.mustache")
        try folder.write("Templates/file.mustache", template + "// The end.\n")
        #expect(try await Tool.run("check", in: folder.url).output.contains("+// The end.\n"))
    }

    @Test func `URLs are read from the folders of the configuration and the command line`() async throws {
        let folder = try TemporaryFolder()
        let reference = "https://example.com/schemas/toy.yaml"
        try folder.write(
            "api/openapi.yaml",
            Descriptions.pets.replacingOccurrences(of: "#/components/schemas/Toy", with: reference))
        try folder.write("vendor/toy.yaml", "type: object\nproperties: {shape: {type: string}}\n")
        try folder.write("api/apus.yaml", Descriptions.configuration)
        #expect(try await Tool.run("lint", "api", in: folder.url).status == 3)

        let flag = "https://example.com/schemas/=vendor"
        let byOption = try await Tool.run("generate", "api", "--map-url", flag, in: folder.url)
        #expect(byOption.status == 0, "\(byOption.errors)")
        try folder.write("api/apus.yaml", Descriptions.configuration + "urls: {https://example.com/: ../vendor}\n")
        #expect(try await Tool.run("lint", "api", in: folder.url).status == 3)
        #expect(try await Tool.run("lint", "api", "--map-url", flag, in: folder.url).status == 0)
        try folder.write(
            "api/apus.yaml", Descriptions.configuration + "urls: {https://example.com/schemas: ../vendor}\n")
        let byConfiguration = try await Tool.run("check", "api", in: folder.url)
        #expect(byConfiguration.status == 0, "\(byConfiguration.errors)")

        #expect(try await Tool.run("lint", "api", "--map-url", "schemas=vendor", in: folder.url).status == 2)
        #expect(
            try await Tool.run("lint", "api", "--map-url", "https://example.com/=nowhere", in: folder.url).status == 2)
    }
}
