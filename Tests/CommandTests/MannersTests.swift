import Foundation
import TestSupport
import Testing

/// What a run says about itself.
@Suite struct MannersTests {
    /// A folder with a description that has a warning at many places.
    private func package() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let members = (1...6).map { "        m\($0): { type: integer, default: none }\n" }.joined()
        try folder.write(
            "openapi.yaml",
            Descriptions.pets.replacingOccurrences(of: "        color:", with: members + "        color:"))
        try folder.write("apus.yaml", Descriptions.configuration)
        return folder
    }

    @Test func `a quiet run shows errors only`() async throws {
        let folder = try package()
        let run = try await Tool.run("generate", "--quiet", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output == "" && run.errors == "")
        let check = try await Tool.run("check", "--quiet", in: folder.url)
        #expect(check.status == 0)
        #expect(check.output == "" && check.errors == "")
        #expect(
            try await Tool.run("lint", "--quiet", in: folder.url).status == 1, "warnings are counted, but not shown")

        try folder.write(
            "openapi.yaml",
            try folder.text(of: "openapi.yaml").replacingOccurrences(of: "schemas/Toy", with: "schemas/Game"))
        let faulty = try await Tool.run("generate", "--quiet", "--diagnostics", "line", in: folder.url)
        #expect(faulty.status == 3)
        #expect(faulty.errors.split(separator: "\n").count == 2, "\(faulty.errors)")
        #expect(faulty.errors.hasSuffix("\n1 error\n"))
    }

    @Test func `a verbose run shows each step, each written file and all places of a warning`() async throws {
        let folder = try package()
        let normal = try await Tool.run("lint", in: folder.url).errors
        #expect(normal.contains("and in 2 more places"))
        let verbose = try await Tool.run("generate", "--verbose", in: folder.url)
        #expect(verbose.status == 0)
        try expect(verbose.errors, matches: Self.golden("verbose"))
        let files = try folder.snapshot(of: "Generated").keys.sorted()
        let written = verbose.errors.matches(of: #/(?m)^wrote Generated/(.*)$/#).map { String($0.1) }
        #expect(written.sorted() == files)
    }

    @Test func `times are shown per stage, and add up`() async throws {
        let folder = try package()
        let run = try await Tool.run("generate", "--timings", "--quiet", in: folder.url)
        let rows = try run.errors.split(separator: "\n").map { line in
            let row = try #require(line.wholeMatch(of: #/([a-z]+) +(\d+\.\d) ms/#), "\(line)")
            return (name: String(row.1), time: try #require(Double(row.2)))
        }
        #expect(
            rows.map(\.name) == ["configure", "parse", "read", "lower", "emit", "compare", "write", "total"])
        let sum = rows.dropLast().map(\.time).reduce(0, +)
        // Each row is cut to a tenth.
        #expect(sum <= rows.last!.time + 0.1)
        let diff = try await Tool.run("diff", "openapi.yaml", "openapi.yaml", "--timings", in: folder.url)
        #expect(diff.errors.contains("compare "))
    }

    @Test(
        arguments: [
            ["--quiet", "--verbose"], ["--verbose", "--diagnostics", "json"], ["--timings", "--diagnostics", "sarif"],
        ])
    func `flags that contradict each other are refused`(_ flags: [String]) async throws {
        let folder = try package()
        let run = try await Tool.run(try #require(Tool.binary), ["lint"] + flags, in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("Error: --"))
    }

    @Test func `a long run shows its steps on a terminal, in lines that fit`() async throws {
        let folder = try TemporaryFolder()
        let schemas = (0..<6000).map { number in
            "    Toy\(number): { type: object, properties: { a: { type: string, maxLength: 9 } } }\n"
        }
        try folder.write("a-long-name-for-a-description.yaml", Descriptions.pets + schemas.joined())
        try folder.write("all.yaml", "input: a-long-name-for-a-description.yaml\noutput: Generated\nschemas: all\n")
        let terminal = try PseudoTerminal(columns: 40)
        let arguments = ["generate", "--config", "all.yaml"]
        let status = try await Tool.run(arguments, in: folder.url, errors: terminal.slave)
        #expect(status == 0)
        let text = try terminal.written()
        let lines = text.components(separatedBy: "\r\u{1B}[K")
        let steps = #/(?:reading a-long|lowering 1 path and 6002 comp|emitting 1 operation and 6002 types).*/#
        #expect(lines.contains { $0.wholeMatch(of: steps) != nil }, "\(lines)")
        #expect(lines.allSatisfy { $0.count < 40 }, "\(lines)")
        #expect(lines.first == "" && lines.last == "", "the line is cleared at the end")

        let short = try PseudoTerminal(columns: 40)
        try folder.write("short.yaml", Descriptions.pets)
        #expect(try await Tool.run(["lint", "short.yaml"], in: folder.url, errors: short.slave) == 0)
        #expect(try short.written() == "")
        #expect(try await Tool.run("lint", "a-long-name-for-a-description.yaml", in: folder.url).errors == "")
    }

    private static func golden(_ name: String) -> URL {
        packageRoot.appendingPathComponent("Tests/CommandTests/Goldens/\(name).txt")
    }
}
