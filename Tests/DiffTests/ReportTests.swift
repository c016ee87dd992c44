import ApusDiagnostics
import ApusDiff
import Foundation
import TestSupport
import Testing

@Suite struct ReportTests {
    private static let goldens = packageRoot.appendingPathComponent("Tests/DiffTests/Goldens")

    /// A report with changes that break, may break and are safe, one of which is accepted.
    private static func report() throws -> Report {
        let old = try lowered(pets, path: "old.yaml")
        let new = try lowered(
            pets.replacing("required: [id, status]", with: "required: [status]")
                .replacing("        name: {type: string}\n        status", with: "        status")
                .replacing("[small, large]", with: "[small, large, \"a|b\"]")
                .replacing("default: 10", with: "default: 20")
                .replacing("operationId: listPets", with: "operationId: listPets\n      deprecated: true"),
            path: "new.yaml")
        var changes = compare(old, new)
        let entry = AcceptedBreak(
            code: "enum-value-added", target: "#/components/schemas/Size", reason: "Agreed with all.",
            until: "2999-12-31",
            place: Place(file: "breaks.yaml", line: 1, column: 1, offset: 0, length: 1))
        var diagnostics = Diagnostics()
        accept([entry], in: &changes, on: 2026_01_01, into: &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return Report(changes, failures: [.clients, .source], shownOld: { "main:" + $0 })
    }

    @Test func text() throws {
        try expect(try Self.report().text, matches: Self.goldens.appendingPathComponent("changes.txt"))
    }

    @Test func json() throws {
        let text = try Self.report().json
        try expect(text, matches: Self.goldens.appendingPathComponent("changes.json"))
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    @Test func markdown() throws {
        try expect(try Self.report().markdown, matches: Self.goldens.appendingPathComponent("changes.md"))
    }

    @Test func sarif() throws {
        let text = try Self.report().sarif(version: "1.2.3")
        try expect(text, matches: Self.goldens.appendingPathComponent("changes.sarif"))
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    @Test func `a run fails on the chosen levels only`() throws {
        let sent = try Edit("[small, large]", "[small, large, huge]").changes()
        #expect(!Report(sent, failures: [.clients]).fails)
        #expect(Report(sent, failures: [.servers]).fails)
        let risky = try Edit("https://pets.example.com", "https://cats.example.com").changes()
        #expect(!Report(risky, failures: [.clients]).fails)
        #expect(Report(risky, failures: [.clients, .risks]).fails)
        #expect(!Report(risky, failures: []).fails)
    }

    @Test func `codes are unique and explained`() {
        #expect(Set(ChangeCode.all.map(\.id)).count == ChangeCode.all.count)
        #expect(ChangeCode.all.allSatisfy { !$0.title.isEmpty })
    }
}
