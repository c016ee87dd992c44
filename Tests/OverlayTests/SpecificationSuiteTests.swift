import ApusDiagnostics
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

@testable import ApusOverlay

/// The Overlay Specification's own suites. Version 1.2 is not released, so its documents are not read.
@Suite(.enabled(if: shared("suites/overlay") != nil, "set APUS_SHARED to the folder with the test suites"))
struct SpecificationSuiteTests {
    static let folder = shared("suites/overlay")
    static let documents = (folder.map { files(below: $0.appendingPathComponent("tests"), extensions: ["yaml"]) } ?? [])
        .filter { !$0.path.contains("/v1.2-dev/") }
    static let sets =
        (folder.map { files(below: $0.appendingPathComponent("compliant-sets"), extensions: ["yaml"]) } ?? [])
        .filter { $0.lastPathComponent == "overlay.yaml" }

    @Test(arguments: documents.filter { $0.path.contains("/pass/") }) func accepts(_ url: URL) throws {
        #expect(try problems(in: url) == [])
    }

    @Test func `refuses on the right lines`() throws {
        var lines: [String] = []
        for url in Self.documents where url.path.contains("/fail/") {
            let problems = try problems(in: url)
            #expect(!problems.isEmpty, "\(url.path) is accepted")
            let name = url.pathComponents.suffix(3).filter { $0 != "fail" }.joined(separator: "/")
            lines += problems.map { "\(name):\($0)\n" }
        }
        let golden = packageRoot.appendingPathComponent("Tests/OverlayTests/Goldens/specification-suite.txt")
        try expect(lines.joined(), matches: golden)
    }

    @Test(arguments: sets) func applies(_ url: URL) throws {
        let set = url.deletingLastPathComponent()
        func text(_ name: String) throws -> String {
            String(decoding: try bytes(of: set.appendingPathComponent(name)), as: UTF8.self)
        }
        let (result, problems) = applied(try text("overlay.yaml"), to: try text("openapi.yaml"))
        #expect(problems == [])
        let expected = try #require(tree(try text("output.yaml")))
        // The order of members is not significant.
        #expect(sorted(try #require(result)) == sorted(expected))
    }

    private func problems(in url: URL) throws -> [String] {
        var diagnostics = Diagnostics()
        _ = Overlay(SourceFile(path: url.lastPathComponent, bytes: try bytes(of: url)), into: &diagnostics)
        return diagnostics.all.map { "\($0.place?.line ?? 0): \($0.code.id) \($0.message)" }
    }

    private func sorted(_ node: Node) -> String {
        switch node.kind {
        case .mapping: "{" + node.entries.map { "\($0.key):\(sorted($0.value))" }.sorted().joined(separator: ",") + "}"
        case .sequence: "[" + node.elements.map(sorted).joined(separator: ",") + "]"
        default: json(node)
        }
    }
}
