import ApusDiagnostics
import ApusRuntime
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// Evaluates rules and unions in generated code. The golden files have a line for each value and violation.
@Suite(.enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct RuleEvaluationTests {
    @Test(arguments: ["rules", "unions"]) func evaluation(_ name: String) async throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let file = SourceFile(
            path: "\(name).yaml", bytes: try bytes(of: folder.appendingPathComponent("Fixtures/\(name).yaml")))
        guard case .code(let code) = try Generation(file, namespace: "API") else {
            Issue.record("the description is refused: \(try Generation(file, namespace: "API"))")
            return
        }
        let values = try String(
            decoding: bytes(of: folder.appendingPathComponent("Fixtures/\(name)-values.txt")), as: UTF8.self)
        let answers = try await Program(["API.swift": "import ApusRuntime\n\n" + code, "main.swift": Self.main]).run(
            values)
        var text = ""
        for (value, answer) in zip(values.split(separator: "\n"), answers) {
            text += "\(value)\n"
            for violation in answer.split(separator: "\u{1F}") { text += "  \(violation)\n" }
        }
        try expect(text, matches: folder.appendingPathComponent("Goldens/\(name).txt"))
    }

    private static let main = """
        import ApusRuntime

        while let line = readLine() {
            do {
                try JSON.decode(API.Instance.self, from: Array(line.utf8)).validate()
                print("valid")
            } catch let error as ValidationError {
                let lines = error.violations.map {
                    "\\($0.pointer.isEmpty ? "-" : $0.pointer) \\($0.keyword) [\\($0.schemaPointer)] \\($0.message) (\\($0.value))"
                }
                print(lines.joined(separator: "\\u{1F}"))
            } catch {
                print("not decoded: \\(error)")
            }
        }

        """
}
