import Foundation
import Testing

@Suite struct WatchTests {
    /// A description whose member `toy` is in another file, changed by an overlay.
    private func package() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml",
            Descriptions.pets.replacingOccurrences(of: "#/components/schemas/Toy", with: "toy.yaml#/Toy"))
        try folder.write("toy.yaml", Self.toy("color"))
        try folder.write("overlay.yaml", Self.overlay("Pets"))
        try folder.write("apus.yaml", Descriptions.configuration + "overlays: [overlay.yaml]\n")
        return folder
    }

    private static func toy(_ member: String) -> String {
        "Toy:\n  type: object\n  properties:\n    \(member):\n      type: string\n"
    }

    private static func overlay(_ title: String) -> String {
        """
        overlay: 1.0.0
        info: { title: Titles, version: 1.0.0 }
        actions:
          - target: $.info
            update: { title: \(title) }

        """
    }

    private func generated(_ folder: TemporaryFolder) throws -> String {
        try folder.snapshot(of: "Generated").sorted { $0.key < $1.key }.map(\.value.text).joined()
    }

    @Test func `every kind of input is watched`() async throws {
        let folder = try package()
        let tool = try RunningTool("generate", "--watch", in: folder.url)
        try await tool.wait(forRun: 1)
        #expect(try tool.output.hasSuffix("\nwatching 4 files; Ctrl-C ends\n"))
        #expect(try generated(folder).contains("public var color: String?"))

        try folder.write("toy.yaml", Self.toy("shape"))
        try await tool.wait(until: { try generated(folder).contains("public var shape: String?") })
        try folder.write("overlay.yaml", Self.overlay("Cats"))
        try await tool.wait(until: { try generated(folder).contains("from “Cats”") })
        try folder.write(
            "openapi.yaml", try folder.text(of: "openapi.yaml").replacingOccurrences(of: "toy:", with: "plaything:"))
        try await tool.wait(until: { try generated(folder).contains("var plaything:") })
        try folder.write(
            "apus.yaml", try folder.text(of: "apus.yaml").replacingOccurrences(of: "public", with: "package"))
        try await tool.wait(until: { try generated(folder).contains("package var plaything:") })
        #expect(await tool.interrupt() == 0)
        #expect(try tool.errors == "")
    }

    @Test func `a file that is replaced, removed and made again is watched`() async throws {
        let folder = try package()
        let tool = try RunningTool("generate", "--watch", in: folder.url)
        try await tool.wait(forRun: 1)
        // As editors save: to another file, which takes the place of the old one, with its time.
        let old = try FileManager.default.attributesOfItem(atPath: folder.path("toy.yaml").path)
        try folder.write("toy.new", Self.toy("shade"))
        try FileManager.default.setAttributes(
            [.modificationDate: try #require(old[.modificationDate])], ofItemAtPath: folder.path("toy.new").path)
        try #require(rename(folder.path("toy.new").path, folder.path("toy.yaml").path) == 0)
        try await tool.wait(forRun: 2)
        #expect(try generated(folder).contains("public var shade: String?"))

        let before = try folder.snapshot(of: "Generated")
        try folder.remove("toy.yaml")
        try await tool.wait(until: { try tool.errors.contains("1 error") })
        #expect(try folder.snapshot(of: "Generated") == before)
        try folder.write("toy.yaml", Self.toy("shape"))
        try await tool.wait(until: { try generated(folder).contains("public var shape: String?") })
        #expect(await tool.interrupt() == 0)
    }

    @Test func `half-saved files give diagnostics and change nothing`() async throws {
        let folder = try package()
        let tool = try RunningTool("generate", "--watch", "--diagnostics", "line", in: folder.url)
        try await tool.wait(forRun: 1)
        let before = try folder.snapshot(of: "Generated")
        let whole = try folder.text(of: "openapi.yaml")
        // These ends are in a key, in a value, and in a quoted string.
        for (count, end) in ["      operat", "  /pets:", "\"toy.ya"].enumerated() {
            let range = try #require(whole.range(of: end))
            try folder.write("openapi.yaml", String(whole[..<range.upperBound]))
            try await tool.wait(forRun: count + 2)
        }
        #expect(try tool.errors.split(separator: "\n").count { $0.hasSuffix(" error") || $0.hasSuffix(" errors") } >= 2)
        try folder.write("openapi.yaml", "")
        try await tool.wait(forRun: 5)
        #expect(try tool.errors.contains("openapi.yaml:1:1: error"))
        try folder.write("apus.yaml", "input: [")
        try await tool.wait(forRun: 6)
        #expect(try folder.snapshot(of: "Generated") == before)

        try folder.write("apus.yaml", Descriptions.configuration + "overlays: [overlay.yaml]\n")
        try folder.write("openapi.yaml", whole)
        try await tool.wait(until: { try tool.output.hasSuffix("0 removed\nwatching 4 files; Ctrl-C ends\n") })
        #expect(try folder.snapshot(of: "Generated") == before)
        #expect(await tool.interrupt() == 0)
    }

    @Test func `what no change of an input can mend ends at once`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        for arguments in [["generate", "--watch"], ["generate", "--watch", "nowhere.yaml", "--output", "Generated"]] {
            let run = try await Tool.run(try #require(Tool.binary), arguments, in: folder.url)
            #expect(run.status == 2)
            #expect(run.output == "")
        }
    }
}
