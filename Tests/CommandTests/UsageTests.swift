import Foundation
import TestSupport
import Testing

@Suite struct UsageTests {
    private static let goldens = packageRoot.appendingPathComponent("Tests/CommandTests/Goldens")

    @Test(arguments: [
        "", "init", "generate", "check", "lint", "diff", "reduce", "inspect", "templates export", "explain",
    ])
    func `help is as documented`(_ command: String) async throws {
        let folder = try TemporaryFolder()
        let words = command.split(separator: " ").map(String.init)
        let run = try await Tool.run(try #require(Tool.binary), words + ["--help"], in: folder.url, ["COLUMNS": "80"])
        #expect(run.status == 0)
        #expect(run.errors == "")
        let name = (["help"] + words).joined(separator: "-")
        try expect(run.output, matches: Self.goldens.appendingPathComponent("\(name).txt"))
    }

    @Test(
        arguments: [
            ["frobnicate"], ["generate", "--frobnicate"], ["generate", "--access", "publik"],
            ["generate", "--parts", "models,wings"], ["generate", "--shards", "0"], ["generate", "--module", "a b"],
            ["generate"], ["generate", "openapi.yaml"], ["generate", "nowhere.yaml", "--output", "Generated"],
            ["generate", "nowhere/apus.yaml"], ["generate", "--config", "nowhere.yaml"],
            ["generate", "apus.yaml", "--config", "apus.yaml"], ["inspect", "openapi.yaml"], ["explain", "E9999"],
            ["templates", "export"],
        ])
    func `wrong usage ends with 2, a sentence, and nothing done`(_ arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        let before = try folder.snapshot()
        let run = try await Tool.run(try #require(Tool.binary), arguments, in: folder.url)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.prefixMatch(of: #/[Ee]rror(\[E\d+\])?: ./#) != nil)
        #expect(try folder.snapshot() == before)
    }

    @Test func `every listed code is explained`() async throws {
        let folder = try TemporaryFolder()
        let list = try await Tool.run("explain", in: folder.url)
        let codes = list.output.split(separator: "\n").map { String($0.prefix(5)) }
        #expect(Set(codes).isSuperset(of: ["E0101", "E0206", "E0306", "E0402", "E0501"]))
        #expect(codes == Set(codes).sorted())
        for code in codes {
            let run = try await Tool.run("explain", code.lowercased(), in: folder.url)
            #expect(run.status == 0)
            #expect(run.output.hasPrefix("\(code): "))
            #expect(run.output.split(separator: "\n").count > 1)
            #expect(!run.output.contains("\\\n"), "\(code) has a line that ends in a backslash")
        }
    }

    @Test func `the help of a command is that of its option, and has examples`() async throws {
        let folder = try TemporaryFolder()
        for command in [
            "init", "generate", "check", "lint", "diff", "reduce", "inspect", "templates export", "explain",
        ] {
            let words = command.split(separator: " ").map(String.init)
            let run = try await Tool.run(try #require(Tool.binary), ["help"] + words, in: folder.url)
            #expect(run.status == 0)
            #expect(
                run.output == (try await Tool.run(try #require(Tool.binary), words + ["--help"], in: folder.url)).output
            )
            #expect(
                run.output.contains("Examples:\n  apus \(command)")
                    || run.output.contains("Example:\n  apus \(command)"), "\(command)")
        }
    }
}
