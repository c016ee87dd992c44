import Foundation
import TestSupport
import Testing

@testable import ApusModels

/// The JSON Schema Test Suite with the runtime's validator. Compiling rejects schemas with references to other
/// documents or with other dialects. All other cases pass.
@Suite(.enabled(if: SchemaSuite.folder != nil, "set APUS_SHARED to the folder with the test suites"))
struct JSONSchemaSuiteTests {
    private struct Tally {
        var passed = 0
        var refused = 0
        var wrong: [String] = []

        mutating func run(_ cases: [SchemaSuite.Case], assertsFormats: Bool) {
            for test in cases {
                guard let schema = try? SchemaCompiler.compile(test.schema) else {
                    refused += 1
                    continue
                }
                let options = ValidationOptions(assertsFormats: assertsFormats)
                if test.data.violations(of: schema, options: options).isEmpty == test.isValid {
                    passed += 1
                } else {
                    wrong.append("\(test.group): \(test.test)")
                }
            }
        }
    }

    private func table(_ files: [String], assertsFormats: Bool) throws -> (text: String, total: Tally) {
        var text = "file passed refused wrong\n"
        var total = Tally()
        for file in files {
            var tally = Tally()
            tally.run(try SchemaSuite.cases(file), assertsFormats: assertsFormats)
            text += "\(file) \(tally.passed) \(tally.refused) \(tally.wrong.count)\n"
            for name in tally.wrong { text += "  wrong: \(name)\n" }
            total.passed += tally.passed
            total.refused += tally.refused
            total.wrong += tally.wrong
        }
        return (text + "total \(total.passed) \(total.refused) \(total.wrong.count)\n", total)
    }

    @Test func requiredCases() throws {
        let (text, total) = try table(SchemaSuite.files(), assertsFormats: false)
        try expect(text, matches: golden("required"))
        #expect(total.wrong.isEmpty)
    }

    @Test func optionalCases() throws {
        let files = [
            "bignum", "ecmascript-regex", "float-overflow", "non-bmp-regex", "refOfUnknownKeyword", "no-schema",
        ]
        let (text, total) = try table(files.map { "optional/" + $0 }, assertsFormats: false)
        try expect(text, matches: golden("optional"))
        #expect(total.wrong.isEmpty)
    }

    @Test func formats() throws {
        let files = SchemaSuite.files(in: "optional/format")
        let (text, total) = try table(files.map { "optional/format/" + $0 }, assertsFormats: true)
        try expect(text, matches: golden("formats"))
        #expect(total.wrong.isEmpty)
    }

    private func golden(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/suite-\(name).txt")
    }
}
