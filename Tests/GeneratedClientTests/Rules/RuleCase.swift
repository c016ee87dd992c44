import ApusRuntime
import ApusDiagnostics
import TestSupport
import Testing
import ApusYAMLSource

/// A value in a description's `cases.yaml`, and whether its rules accept it.
struct RuleCase: Sendable, CustomTestStringConvertible {
    /// Why a value is refused.
    struct Refusal: Sendable {
        /// The place of the value's part that is at fault.
        var pointer: String
        /// The JSON Schema keyword that refuses it.
        var keyword: String
        /// The description's own words for it, if it has some.
        var message: String?
        /// The place that decoding names, if it knows it better than `pointer` does.
        var decoded: String?
    }

    /// The folder of the description, and the schema's name in it.
    var description: String
    var schema: String
    /// The value as JSON text.
    var json: String
    /// Nil if the value is accepted.
    var refusal: Refusal?

    var testDescription: String { "\(schema) \(refusal == nil ? "takes" : "refuses") \(json)" }

    /// All cases of a description.
    static func all(of description: String) -> [RuleCase] {
        let file = packageRoot.appendingPathComponent("specs/\(description)/cases.yaml")
        var diagnostics = Diagnostics()
        guard let bytes = try? bytes(of: file),
            let root = parse(SourceFile(path: file.path, bytes: bytes), into: &diagnostics), !diagnostics.hasErrors
        else { fatalError("\(file.path) cannot be read") }
        return root.elements.flatMap { group in
            let schema = group["schema"]?.string ?? ""
            let accepted = group["accepted"]?.elements.map { value in
                RuleCase(description: description, schema: schema, json: value.json, refusal: nil)
            }
            let refused = group["refused"]?.elements.map { item in
                RuleCase(
                    description: description, schema: schema, json: item["value"]?.json ?? "",
                    refusal: Refusal(
                        pointer: item["pointer"]?.string ?? "?", keyword: item["keyword"]?.string ?? "?",
                        message: item["message"]?.string, decoded: item["decoded"]?.string))
            }
            return (accepted ?? []) + (refused ?? [])
        }
    }
}

extension Node {
    /// The node as JSON text.
    fileprivate var json: String {
        switch kind {
        case .null: "null"
        case .boolean, .integer, .number: text
        case .string: quoted(text)
        case .sequence: "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .mapping: "{" + entries.map { quoted($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }
}

private func quoted(_ text: String) -> String {
    guard let json = try? JSON.encode(text) else { fatalError("every text can be encoded") }
    return String(decoding: json, as: UTF8.self)
}
