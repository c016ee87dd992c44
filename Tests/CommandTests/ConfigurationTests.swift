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
            client: { defaultTransport: "X; import Y", retries: 3 }

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
    func `a mistake is shown where it is`(_ name: String) throws {
        let mistake = try #require(Self.mistakes.first { $0.name == name })
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write("apus.yaml", mistake.yaml)
        let run = try Tool.run("generate", in: folder.url)
        #expect(run.status == 2)
        #expect(run.output == "")
        try expect(run.errors, matches: Self.goldens.appendingPathComponent("\(name).txt"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("Generated").path))
    }

    @Test func `names and templates of the configuration are used`() throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write(
            "apus.yaml", Descriptions.configuration + "names: { Toy: Plaything }\ntemplates: Templates\n")
        #expect(try Tool.run("templates", "export", "Templates", in: folder.url).status == 0)
        let run = try Tool.run("generate", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let texts = try folder.snapshot(of: "Generated").values.map(\.text)
        #expect(texts.contains { $0.contains("struct Plaything:") })
        #expect(!texts.contains { $0.contains("struct Toy:") })

        let plain = try Tool.run("check", in: folder.url)
        #expect(plain.status == 0, "exported templates give what the built-in ones give\n\(plain.output)")
        let template = try folder.text(of: "Templates/file.mustache")
        try folder.write("Templates/file.mustache", template + "// The end.\n")
        #expect(try Tool.run("check", in: folder.url).output.contains("+// The end.\n"))
    }
}
