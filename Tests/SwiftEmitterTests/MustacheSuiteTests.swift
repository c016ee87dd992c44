import ApusDiagnostics
import Foundation
import TestSupport
import Testing

@testable import ApusSwiftEmitter

/// The test suite of the Mustache language, with its data as typed views.
///
/// The golden file lists the result of every case, so that each difference from the language is deliberate.
@Suite struct MustacheSuiteTests {
    private struct Suite: Decodable {
        struct Case: Decodable {
            var name: String
            var data: Datum
            var template: String
            var expected: String
            var partials: [String: String]?
        }
        var tests: [Case]
    }

    /// JSON data of the suite.
    private enum Datum: Decodable {
        case null
        case flag(Bool)
        case text(String)
        case list([Datum])
        case object([String: Datum])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let value = try? container.decode(Bool.self) {
                self = .flag(value)
            } else if let value = try? container.decode(Decimal.self) {
                self = .text("\(value)")
            } else if let value = try? container.decode(String.self) {
                self = .text(value)
            } else if let value = try? container.decode([Datum].self) {
                self = .list(value)
            } else {
                self = .object(try container.decode([String: Datum].self))
            }
        }

        var shape: TemplateShape {
            switch self {
            case .null: return .optional
            case .flag: return .flag
            case .text: return .text
            case .object: return .views(ViewShape { [fields] in fields })
            case .list(let list):
                guard case .object = list.first else { return .lines }
                return .views(ViewShape { [fields] in fields })
            }
        }

        /// Converts the value to the form of a shape.
        func value(as shape: TemplateShape) -> TemplateValue {
            switch (shape, self) {
            case (.views(let shape), .object): .views([values(of: shape.fields())])
            case (.views(let shape), .list(let list)): .views(list.map { $0.values(of: shape.fields()) })
            case (.views, _): .views([])
            case (.lines, .list(let list)): .lines(list.map { if case .text(let text) = $0 { text } else { "" } })
            case (.lines, _): .lines([])
            case (_, .flag(let flag)): .flag(flag)
            case (_, .text(let text)): .text(text)
            default: .optional(nil)
            }
        }

        /// The names of an object or of all objects in a list, with the kind of each name's first value.
        var fields: [(name: String, shape: TemplateShape)] {
            switch self {
            case .object(let members): members.keys.sorted().map { ($0, members[$0]!.shape) }
            case .list(let list):
                list.flatMap(\.fields).reduce(into: []) { fields, field in
                    if !fields.contains(where: { $0.name == field.name }) { fields.append(field) }
                }
            default: []
            }
        }

        func values(of fields: [(name: String, shape: TemplateShape)]) -> [TemplateValue] {
            guard case .object(let members) = self else { return [] }
            return fields.map { (members[$0.name] ?? .null).value(as: $0.shape) }
        }
    }

    @Test(.enabled(if: shared("suites/mustache") != nil, "set APUS_SHARED to the folder with the test suites"))
    func verdicts() throws {
        var lines: [String] = []
        for file in ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"] {
            let suite = try JSONDecoder().decode(
                Suite.self, from: Data(contentsOf: #require(shared("suites/mustache/\(file).json"))))
            #expect(suite.tests.count > 10)
            for test in suite.tests where !test.name.contains("HTML Escaping") {
                lines.append("\(file), \(test.name): \(verdict(on: test))")
            }
        }
        try expect(
            lines.joined(separator: "\n") + "\n",
            matches: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Goldens/mustache-suite.txt"))
    }

    private func verdict(on test: Suite.Case) -> String {
        var texts = test.partials ?? [:]
        texts["main"] = test.template
        var compiler = TemplateCompiler(texts: texts)
        guard case .views(let shape) = test.data.shape, case .views(let values) = test.data.value(as: .views(shape)),
            case .object = test.data
        else {
            return "differs: a template prints a view, not a list or a text"
        }
        let template = compiler.compile("main", for: shape)
        if let problem = compiler.diagnostics.first { return "differs: \(problem.code.id) \(problem.message)" }
        // Declarations do not end in empty lines.
        func trimmed(_ text: String) -> String { text.replacing(#/\n+$/#, with: "") }
        let printed = template.render(values[0])
        return trimmed(printed) == trimmed(test.expected) ? "passes" : "differs: \(printed.debugDescription)"
    }
}
