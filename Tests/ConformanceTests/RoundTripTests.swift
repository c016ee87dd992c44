import ApusDiagnostics
import ApusRuntime
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// Decodes and encodes values with generated types. The golden files contain the variants of each value, its JSON if it
/// changed, and its violations.
@Suite(.enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct RoundTripTests {
    @Test(arguments: ["enum-unions", "inheritance", "received"]) func roundTrip(_ name: String) async throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        func text(_ file: String) throws -> [UInt8] { try bytes(of: folder.appendingPathComponent("Fixtures/\(file)")) }
        let file = SourceFile(path: "\(name).yaml", bytes: try text("\(name).yaml"))
        guard case .code(let code) = try Generation(file, namespace: "API") else {
            Issue.record("the description is refused: \(try Generation(file, namespace: "API"))")
            return
        }
        let lines = String(decoding: try text("\(name)-values.txt"), as: UTF8.self).split(separator: "\n")
        let types = Set(lines.compactMap { $0.split(separator: " ").first.map(String.init) }).sorted()
        let registry = types.map { "types[\"\($0)\"] = API.\($0).self" }.joined(separator: "\n")
        let answers = try await Program([
            "API.swift": "import ApusRuntime\n\n" + code, "main.swift": Self.main(registry),
        ])
        .run(lines.map { $0 + "\n" }.joined())
        var golden = ""
        for (line, answer) in zip(lines, answers) {
            golden += "\(line)\n"
            for part in answer.split(separator: "\u{1F}") { golden += "  \(part)\n" }
        }
        #expect(lines.count == answers.count)
        try expect(golden, matches: folder.appendingPathComponent("Goldens/\(name).txt"))
    }

    private static func main(_ registry: String) -> String {
        """
        import ApusRuntime

        var types: [String: any JSONCodable.Type] = [:]
        \(registry)

        struct Variants: VariantVisitor {
            var names: [String] = []

            mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int) {
                names.append("\\(Value.self)")
                if let union = value as? any UnionModel { union.visit(&self) }
            }
        }

        func answer<Value: JSONCodable>(_ type: Value.Type, _ json: Substring) -> [String] {
            do {
                let value = try JSON.decode(type, from: Array(json.utf8))
                var variants = Variants()
                if let union = value as? any UnionModel { union.visit(&variants) }
                var lines = [variants.names.isEmpty ? "\\(type)" : variants.names.joined(separator: " > ")]
                let encoded = String(decoding: try JSON.encode(value), as: UTF8.self)
                if encoded != json { lines.append("becomes \\(encoded)") }
                do { try value.validate() } catch {
                    lines += error.violations.map { "\\($0.pointer.isEmpty ? "-" : $0.pointer) \\($0.keyword): \\($0.message)" }
                }
                return lines
            } catch {
                return ["not decoded: \\(error)"]
            }
        }

        while let line = readLine() {
            let parts = line.split(separator: " ", maxSplits: 1)
            let type = types[String(parts[0])]!
            print(answer(type, parts[1]).joined(separator: "\\u{1F}"))
        }

        """
    }
}
