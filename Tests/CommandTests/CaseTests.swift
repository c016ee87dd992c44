import Foundation
import TestSupport
import Testing

/// Descriptions with faults that users of other generators reported. The tests list the rejected ones and their
/// problems.
@Suite(.enabled(if: shared("cases") != nil, "set APUS_SHARED to the folder with the cases"))
struct CaseTests {
    private static let root = shared("cases")
    private static let documents =
        root.map { root in
            files(below: root, extensions: ["yaml"]).map { String($0.path.dropFirst(root.path.count + 1)) }
        } ?? []

    /// The rejected descriptions. All others are generated.
    private static let refused: Set<String> = [
        "17-operation-ids-collide/duplicate.yaml", "20-yaml-norway/openapi.yaml",
        "25-parameters-same-name/repeated.yaml",
        "32-security-and-or/digest.yaml", "39-yaml-anchors-and-merge/bomb.yaml",
        "39-yaml-anchors-and-merge/cyclic.yaml",
        "42-media-types/invalid.yaml",
    ]

    /// The descriptions that do not parse, so that not even a part is generated.
    private static let unreadable: Set<String> = [
        "39-yaml-anchors-and-merge/bomb.yaml", "39-yaml-anchors-and-merge/cyclic.yaml",
    ]

    /// The expected errors and warnings by line, for descriptions that are about them.
    private static let problems: [(document: String, lines: [String])] = [
        ("17-operation-ids-collide/duplicate.yaml", ["10: error E0210"]),
        ("17-operation-ids-collide/openapi.yaml", []),
        ("20-yaml-norway/fixed.yaml", []),
        (
            "20-yaml-norway/openapi.yaml",
            ["4: warning E0224", "15: error E0203", "29: warning E0127", "40: warning E0314"]
        ),
        ("22-ref-into-paths/illegal-key.yaml", ["12: warning E0217"]),
        ("22-ref-into-paths/openapi.yaml", []),
        ("25-parameters-same-name/openapi.yaml", []),
        ("25-parameters-same-name/repeated.yaml", ["9: error E0227"]),
        ("39-yaml-anchors-and-merge/openapi.yaml", []),
        ("39-yaml-anchors-and-merge/same-anchor-twice.yaml", []),
        (
            "42-media-types/invalid.yaml",
            ["8: error E0226", "11: warning E0205", "12: error E0205", "13: error E0205"]
        ),
        ("48-defaults/wrong.yaml", ["8: warning E0309", "9: warning E0309", "10: warning E0309"]),
        ("54-ref-siblings/openapi-30.yaml", ["15: warning E0214", "15: warning E0214"]),
        ("54-ref-siblings/openapi.yaml", []),
    ]

    private func generate(_ document: String, _ options: String...) async throws -> ProgramRun {
        let folder = try TemporaryFolder()
        let input = try #require(Self.root).appendingPathComponent(document).path
        let arguments = ["generate", input, "--output", "Generated", "--module", "Case", "--diagnostics", "line"]
        return try await Tool.run(try #require(Tool.binary), arguments + options, in: folder.url)
    }

    @Test(arguments: documents) func `is generated or refused`(_ document: String) async throws {
        let run = try await generate(document)
        #expect(run.status == (Self.refused.contains(document) ? 3 : 0), "\(run.errors)")
    }

    @Test(arguments: documents.filter { refused.contains($0) }) func `what has no errors is generated`(
        _ document: String
    ) async throws {
        let run = try await generate(document, "--lenient")
        #expect(run.status == (Self.unreadable.contains(document) ? 3 : 0), "\(run.errors)")
    }

    @Test(arguments: problems.map(\.document)) func `problems are shown where they are`(_ document: String) async throws
    {
        let expected = try #require(Self.problems.first { $0.document == document }).lines
        let run = try await generate(document)
        let found = run.errors.matches(of: #/(?m)^[^\n]*:(\d+):\d+: (error|warning): .* \[(E\d+)\]$/#)
            .map { "\($0.1): \($0.2) \($0.3)" }
        #expect(found.sorted() == expected.sorted())
    }
}
