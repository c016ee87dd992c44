import ApusDiagnostics
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// The YAML test suite (https://github.com/yaml/yaml-test-suite).
///
/// libyaml parses YAML 1.1 and most of 1.2. Each difference is listed with its reason, and a listed case must still
/// differ.
@Suite(.enabled(if: shared("suites/yaml/src") != nil, "set APUS_SHARED to the folder with the test suites"))
struct YAMLSuiteTests {
    @Test func everyCaseMeansWhatTheSuiteSays() throws {
        let cases = try YAMLSuiteCase.all()
        #expect(cases.count > 350)
        var unused = Set(YAMLSuiteExceptions.all.keys)
        for test in cases {
            let failure = test.failure
            if let reason = YAMLSuiteExceptions.all[test.id] {
                unused.remove(test.id)
                #expect(failure != nil, "\(test.id) is listed as an exception (\(reason)), but passes")
            } else {
                #expect(failure == nil, "\(test.id) \(test.name): \(failure ?? "")")
            }
        }
        #expect(unused.isEmpty, "exceptions that are no cases: \(unused.sorted())")
    }
}

struct YAMLSuiteCase {
    var id: String
    var name: String
    var yaml: String
    var json: String?
    /// The number of documents in the stream.
    var documents: Int
    var isInvalid: Bool

    static func all() throws -> [YAMLSuiteCase] {
        let folder = try #require(shared("suites/yaml/src"))
        return try files(below: folder, extensions: ["yaml"]).flatMap { url in
            let (root, diagnostics) = parsed(try bytes(of: url), name: url.lastPathComponent)
            try #require(!diagnostics.hasErrors)
            let file = url.deletingPathExtension().lastPathComponent
            var cases: [YAMLSuiteCase] = []
            let nodes = try #require(root).elements
            // A `skip` in the first case skips the file.
            if nodes.first?["skip"] != nil { return cases }
            for (number, node) in nodes.enumerated() {
                // A case omits the values that it shares with the previous one.
                let tree = node["tree"]?.text
                let isInvalid = node["fail"]?.boolean ?? (tree == nil ? cases.last?.isInvalid ?? false : false)
                cases.append(
                    YAMLSuiteCase(
                        id: number == 0 ? file : "\(file)-\(number)",
                        name: node["name"]?.text ?? cases.last?.name ?? "",
                        yaml: unmarked(node["yaml"]?.text ?? ""),
                        json: node["json"].map { unmarked($0.text) } ?? (tree == nil ? cases.last?.json : nil),
                        documents: tree.map(documents) ?? cases.last?.documents ?? 0, isInvalid: isInvalid))
            }
            return cases
        }
    }

    /// The reason why the case fails, or `nil`.
    var failure: String? {
        let (root, diagnostics) = parsed(yaml)
        let codes = diagnostics.all.filter { $0.severity == .error }.map(\.code)
        if isInvalid { return codes.isEmpty ? "is accepted" : nil }
        switch documents {
        case 0: return codes == [.emptyFile] ? nil : "is not refused as empty: \(codes.map(\.id))"
        case 2...: return codes == [.severalDocuments] ? nil : "is not refused as several documents: \(codes.map(\.id))"
        default: break
        }
        guard codes.isEmpty, let root else { return "is refused: \(diagnostics.lines)" }
        guard let json else { return nil }
        guard let expected = parsed(json, name: "expected.json").root else { return "its JSON is not read" }
        return root.means(expected) ? nil : "means \(root.outline) instead of \(expected.outline)"
    }

    private static func documents(_ tree: String) -> Int {
        tree.split(separator: "\n").count { $0.drop { $0 == " " }.hasPrefix("+DOC") }
    }

    /// Replaces the suite's visible marks by the invisible characters that they stand for.
    private static func unmarked(_ text: String) -> String {
        var result = ""
        for character in text.replacingOccurrences(of: "∎\n", with: "") {
            switch character {
            case "␣": result += " "
            case "—": continue
            case "»": result += "\t"
            case "↵": continue
            case "←": result += "\r"
            case "⇔": result += "\u{FEFF}"
            default: result.append(character)
            }
        }
        return result
    }
}
