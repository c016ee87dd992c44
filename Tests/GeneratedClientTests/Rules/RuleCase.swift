import ApusDiagnostics
import ApusRuntime
import ApusYAMLSource
import TestSupport
import Testing

/// A value in a description's `cases.yaml`, and whether its rules accept it.
struct RuleCase: Sendable, CustomTestStringConvertible {
    /// The reason why a value is rejected.
    struct Refusal: Sendable {
        /// The pointer to the invalid part of the value.
        var pointer: String
        /// The JSON Schema keyword that rejects the value.
        var keyword: String
        /// The description's own message for the rule, if it has one.
        var message: String?
        /// The pointer of the decoding error, if it is more precise than `pointer`.
        var decoded: String?
    }

    /// The folder of the description.
    var description: String
    var schema: String
    /// The value as JSON.
    var json: String
    /// `nil` if the value is accepted.
    var refusal: Refusal?

    var testDescription: String { "\(schema) \(refusal == nil ? "takes" : "refuses") \(json)" }

    /// Returns all cases of a description.
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
    /// The node as JSON.
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
