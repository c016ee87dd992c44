import Foundation
import Testing

@Suite struct CheckTests {
    private func generated() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write("apus.yaml", Descriptions.configuration)
        #expect(try await Tool.run("generate", in: folder.url).status == 0)
        return folder
    }

    @Test func `fresh output passes`() async throws {
        let folder = try await generated()
        let run = try await Tool.run("check", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.hasSuffix("files are up to date\n"))
        #expect(run.errors == "")
    }

    @Test func `output that was never generated is stale`() async throws {
        let folder = try await generated()
        try folder.remove("Generated")
        let run = try await Tool.run("check", in: folder.url)
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("--- /dev/null\n+++ b/Generated/"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("Generated").path))
    }

    /// The diff is complete and well-formed: `git apply` makes the output up to date.
    @Test func `the diff of stale output mends it`() async throws {
        let folder = try await generated()
        let files = try folder.snapshot(of: "Generated")
        let names = files.keys.sorted()
        let first = try folder.text(of: "Generated/\(names[0])")
        try folder.write("Generated/\(names[0])", first.replacingOccurrences(of: "public", with: "open") + "// end")
        try folder.remove("Generated/\(names[1])")
        try folder.write("Generated/Gone.swift", first)
        let before = try folder.snapshot()

        let run = try await Tool.run("check", in: folder.url)
        #expect(run.status == 1)
        #expect(run.errors == "error: Generated: 3 files are stale; run `apus generate`\n")
        #expect(try folder.snapshot() == before)

        let patch = try folder.write("stale.patch", run.output)
        let git = try await Tool.run(
            URL(fileURLWithPath: "/usr/bin/env"), ["git", "apply", "-p1", patch.path], in: folder.url)
        #expect(git.status == 0, "\(git.errors)")
        let again = try await Tool.run("check", in: folder.url)
        #expect(again.status == 0, "\(again.output)")
    }

    @Test func `one changed line makes one small hunk`() async throws {
        let folder = try await generated()
        let name = try #require(
            try folder.snapshot(of: "Generated").first { $0.value.text.contains("struct Pet:") }?.key)
        let text = try folder.text(of: "Generated/\(name)")
        try folder.write(
            "Generated/\(name)", text.replacingOccurrences(of: "struct Pet:", with: "struct Pat:"))
        let lines = try await Tool.run("check", in: folder.url).output.split(separator: "\n")
        #expect(lines.prefix(2) == ["--- a/Generated/\(name)", "+++ b/Generated/\(name)"])
        #expect(lines.filter { $0.hasPrefix("@@") }.count == 1)
        #expect(lines.filter { $0.hasPrefix("-") && !$0.hasPrefix("---") }.allSatisfy { $0.contains("Pat") })
        #expect(lines.filter { $0.hasPrefix("+") && !$0.hasPrefix("+++") }.allSatisfy { $0.contains("Pet") })
    }
}
