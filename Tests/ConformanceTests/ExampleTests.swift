import ApusDiagnostics
import ApusRuntime
import ApusSwiftEmitter
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// Makes values of generated types and checks them.
@Suite(.enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct ExampleTests {
    /// The schemas of the JSON Schema Test Suite. The golden file lists those of which no value is found.
    @Test(.enabled(if: SchemaSuite.folder != nil, "set APUS_SHARED to the folder with the test suites"))
    func suite() async throws {
        var code = "import ApusRuntime\n\n"
        var groups: [(name: String, group: SchemaSuite.Group)] = []
        for group in try SchemaSuite.files().flatMap({ try SchemaSuite.groups(in: $0) }) {
            let name = "Case\(groups.count)"
            guard case .code(let text) = try Generation(group.schema, namespace: name) else { continue }
            code += text
            groups.append((name, group))
        }
        let answers = try await Self.answers(code, types: groups.map { "\($0.name).Instance" }, seeds: 10)
        #expect(answers.count == groups.count)
        var golden = ""
        var found = 0
        for ((_, group), answer) in zip(groups, answers) {
            if answer == "valid" {
                found += 1
            } else {
                golden += "\(group.file): \(group.description): \(answer)\n"
            }
        }
        golden += "\(found) of \(groups.count)\n"
        try expect(golden, matches: Self.golden("examples-suite"))
    }

    private static let fixtures = [
        "examples", "rules", "unions", "enum-unions", "inheritance", "received", "defaults", "directions",
    ]

    /// All types of descriptions, with and without validation. The golden file lists those of which no value is found.
    @Test func types() async throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let parts: [(String, Set<EmitterOptions.Part>)] = [("", [.models, .validation]), ("Plain", [.models])]
        var code = "import ApusRuntime\n\n"
        var types: [String] = []
        for (index, name) in Self.fixtures.enumerated() {
            let file = SourceFile(
                path: "\(name).yaml", bytes: try bytes(of: folder.appendingPathComponent("Fixtures/\(name).yaml")))
            for (suffix, parts) in parts {
                let namespace = "API\(index)\(suffix)"
                guard case .code(let text) = try Generation(file, namespace: namespace, parts: parts) else {
                    Issue.record("\(name) is refused: \(try Generation(file, namespace: namespace))")
                    return
                }
                code += text
                types += text.matches(of: /\n(?:\w+ )*(?:struct|enum) (\w+):/).map { "\(namespace).\($0.1)" }
            }
        }
        let answers = try await Self.answers(code, types: types, seeds: 40)
        #expect(types.count > 100 && answers.count == types.count)
        let failures = zip(types, answers).filter { $1 != "valid" }.map { "\($0): \($1)\n" }.joined()
        try expect(failures, matches: Self.golden("examples"))
    }

    /// Makes examples of types, and returns a line for each type.
    private static func answers(_ code: String, types: [String], seeds: Int) async throws -> [String] {
        let calls = types.map { "print(answer(\($0).self))" }.joined(separator: "\n")
        return try await Program(["API.swift": code, "main.swift": main(seeds) + calls + "\n"]).run("")
    }

    private static func golden(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name).txt")
    }

    private static func main(_ seeds: Int) -> String {
        """
        import ApusRuntime
        import ApusTesting

        func answer<Value: JSONCodable>(_ type: Value.Type) -> String {
            for seed in UInt64(0)..<\(seeds) {
                do {
                    let value = try Value.example(seed: seed)
                    try value.validate()
                    let text = try JSON.encode(value)
                    guard try JSON.decode(Value.self, from: text) == value else { return "\\(seed) changes" }
                    guard try JSON.encode(Value.example(seed: seed)) == text else { return "\\(seed) is not repeated" }
                } catch {
                    return "\\(seed): \\(error)".split(separator: "\\n").joined(separator: " ")
                }
            }
            return "valid"
        }

        """
    }
}
