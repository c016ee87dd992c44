import ApusRuntime
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// Decodes, encodes and validates the cases' messages with generated types.
///
/// One program contains the types of all cases. A valid message must be encoded as equal JSON. For an invalid one, the
/// test knows the pointer of each error from decoding or validation.
@Suite(
    .enabled(
        if: Compiler.path != nil && Compiler.modules != nil && shared("cases") != nil,
        "needs swiftc, the built runtime and APUS_SHARED"))
struct CaseMessageTests {
    @Test func messages() async throws {
        let root = try #require(shared("cases"))
        var texts: [String: String] = [:]
        var types = ""
        var questions: [(name: String, message: JSONValue, expected: String)] = []
        for (index, list) in Self.messages.enumerated() {
            let folder = root.appendingPathComponent(list.folder)
            let file = SourceFile(
                path: "openapi.yaml", bytes: try bytes(of: folder.appendingPathComponent(list.document)))
            guard case .code(let code) = try Generation(file, namespace: "Case\(index)") else {
                Issue.record("\(list.folder) is refused: \(try Generation(file, namespace: ""))")
                continue
            }
            texts["Case\(index).swift"] = "import ApusRuntime\n\n" + code
            let wire: JSONValue = try JSON.decode(from: bytes(of: folder.appendingPathComponent("wire.json")))
            for (number, section) in list.sections.enumerated() {
                types += "types[\"\(index).\(number)\"] = \(section.type("Case\(index)")).self\n"
                let place = section.name.split(separator: ".").reduce(wire as JSONValue?) { $0?[String($1)] }
                let value = try #require(place, "\(list.folder) has no \(section.name)")
                for (position, message) in (value.array ?? [value]).enumerated() {
                    let text = try message.string ?? String(decoding: JSON.encode(message), as: UTF8.self)
                    let expected =
                        section.pointers.isEmpty ? "valid" : section.pointers[position % section.pointers.count]
                    questions.append(("\(index).\(number) \(text)", try JSON.decode(from: Array(text.utf8)), expected))
                }
            }
        }
        texts["main.swift"] = Self.main(types)
        let answers = try await Program(texts).run(questions.map { $0.name + "\n" }.joined())
        #expect(answers.count == questions.count)
        for (question, answer) in zip(questions, answers) {
            let parts = answer.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
            #expect(parts[0] == question.expected, "\(question.name): \(answer)")
            guard parts.count > 1, parts[1] != "-" else { continue }
            let again: JSONValue = try JSON.decode(from: Array(parts[1].utf8))
            #expect(again == Self.kept(of: question.message), "\(question.name): becomes \(parts[1])")
        }
    }

    /// Returns a message without the parts that are documented as lost: undeclared members of objects that say nothing
    /// about additional members, and digits beyond the precision of `Double`.
    private static func kept(of message: JSONValue) -> JSONValue {
        guard var object = message.object else { return message }
        object["undeclared"] = nil
        if let price = object["price"]?.double { object["price"] = .number(price) }
        return .object(object)
    }

    /// Messages of one kind with the pointers of their errors.
    private struct Section {
        var name: String
        /// The name of the type. `*` stands for the namespace.
        var typeName: String
        var pointers: [String]

        func type(_ namespace: String) -> String { typeName.replacing("*", with: namespace) }
    }

    private struct Messages {
        var folder: String
        var document: String
        var sections: [Section]

        init(_ folder: String, _ document: String = "openapi.yaml", _ sections: (String, String, [String])...) {
            self.folder = folder
            self.document = document
            self.sections = sections.map { Section(name: $0, typeName: $1, pointers: $2) }
        }
    }

    private static let messages: [Messages] = [
        Messages(
            "02-enum-empty-and-symbols", "openapi.yaml", ("good", "*.Rule", []),
            ("unrecognized_but_kept", "*.Rule", ["/operator /word"])),
        Messages(
            "03-null-and-blank-enum", "openapi.yaml", ("good", "*.Ticket", []), ("bad", "*.Ticket", ["/priority"])),
        Messages(
            "08-discriminator-mapping", "openapi.yaml", ("request_good", "*.Content", []),
            ("request_bad", "*.Content", ["/type", "/text"]), ("response_good", "[*.ByName]", []),
            ("response_unknown_kept", "[*.ByName]", ["/0"]), ("response_default_name", "[*.ByName]", [])),
        Messages(
            "09-discriminator-allof-parent", "openapi.yaml", ("next_good", "*.Action", []),
            ("next_unknown_kept", "*.Action", ["/details"]), ("cats_good", "[*.Cat]", []),
            ("cats_bad", "[*.Cat]", ["/0/lives"])),
        Messages(
            "11-oneof-told-apart-by-enum", "openapi.yaml", ("good", "[*.Predicate]", []),
            ("unknown_kept", "[*.Predicate]", ["/0"]), ("bad", "[*.Predicate]", ["/0/of"])),
        Messages(
            "20-yaml-norway", "fixed.yaml", ("good", "*.ListItemsResponse200", []),
            ("bad", "*.ListItemsResponse200", ["/on"])),
        Messages(
            "22-ref-into-paths", "openapi.yaml", ("getUser_200.good", "*.ListUsersResponse200Item", []),
            ("getUser_200.bad", "*.ListUsersResponse200Item", ["/a~1b~0c %d"])),
        Messages(
            "23-readonly-writeonly-required", "openapi.yaml", ("request_good", "*.BugRequest", []),
            ("request_bad", "*.BugRequest", ["/secret"]), ("response_good", "*.Bug", []),
            ("response_bad", "*.Bug", ["/id", "/owner/key"])),
        Messages(
            "30-additional-properties", "openapi.yaml", ("good", "*.Settings", []),
            ("bad", "*.Settings", ["/typed/other", "/typed/other", "/closed/newer", "/map/a~1b/0/k"])),
        Messages(
            "35-properties-beside-oneof", "openapi.yaml", ("request_good", "*.CreateCheckBody", []),
            ("request_bad", "*.CreateCheckBody", ["/conclusion", "/name"]), ("response_good", "*.Event", []),
            ("response_bad", "*.Event", ["/baz", ""])),
        Messages(
            "36-integers-on-the-wire", "openapi.yaml", ("good", "*.Row", []),
            ("bad", "*.Row", ["/id", "/id", "/id", "/small", "/big", "/ratio"]), ("arbitrary", "*.Row", ["/huge"])),
        Messages(
            "41-patch-null", "openapi.yaml",
            ("bodies", "*.TaskPatch", ["", "valid", "valid", "valid", "valid", "valid"]),
            ("bad", "*.TaskPatch", ["", "/name", "/parent"])),
        Messages(
            "44-base64-and-binary", "openapi.yaml", ("good", "*.Blob", []), ("lenient", "*.Blob", ["/std"]),
            ("bad", "*.Blob", ["/std", "/std", "/std", "/list/0"])),
        Messages(
            "48-defaults", "openapi.yaml", ("good", "*.Order", []), ("bad", "*.Order", ["/api"])),
        Messages(
            "50-any-json", "openapi.yaml", ("good", "*.Params", []),
            ("bad", "*.Params", ["/value", "/never", "/empty/a", "/types", "/loose", "/loose"])),
        Messages(
            "54-ref-siblings", "openapi.yaml", ("good", "*.Box", []),
            ("bad", "*.Box", ["/name", "/name", "/count", "/wide/more", "/alias"])),
    ]

    private static func main(_ types: String) -> String {
        """
        import ApusRuntime

        var types: [String: any JSONCodable.Type] = [:]
        \(types)
        /// Returns the pointers of the errors and the encoded JSON of a decoded value.
        func answer<Value: JSONCodable>(_ type: Value.Type, _ json: Substring) -> [String] {
            do {
                let value = try JSON.decode(type, from: Array(json.utf8))
                let encoded = String(decoding: try JSON.encode(value), as: UTF8.self)
                do { try value.validate() } catch {
                    return [error.violations.map(\\.pointer).joined(separator: " "), encoded]
                }
                return ["valid", encoded]
            } catch {
                return [error.pointer, "-"]
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
