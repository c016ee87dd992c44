import ApusModels
import TestSupport
import Testing

@testable import ApusClient

/// The uritemplate-test suite, for the operators that correspond to an OpenAPI style (see `ParameterStyle`).
///
/// Only templates with one variable are tested. For `?`, `&`, `;` and `.`, templates with several variables are tested
/// too, because their variables are independent. The operators and modifiers `+`, `#`, `/` and `:n` have no style.
@Suite(.enabled(if: suiteFolder != nil, "set APUS_SHARED to the folder with the test suites"))
struct URITemplateSuiteTests {
    @Test(arguments: ["spec-examples.json", "spec-examples-by-section.json", "extended-tests.json"])
    func expansions(file: String) throws {
        let suite = try JSON.decode(
            JSONValue.self, from: bytes(of: #require(suiteFolder).appendingPathComponent(file)))
        var count = 0
        for group in try #require(suite.object) {
            for test in group.value["testcases"]?.array ?? [] {
                guard let template = test[0]?.string, let style = StyledTemplate(template),
                    let actual = try style.expanded(group.value["variables"] ?? [:])
                else { continue }
                let accepted = test[1]?.array?.compactMap(\.string) ?? [test[1]?.string].compactMap { $0 }
                #expect(accepted.contains(actual), "\(group.name): \(template)")
                count += 1
            }
        }
        #expect(count >= (file == "extended-tests.json" ? 5 : 20))
    }
}

private let suiteFolder = shared("suites/uritemplate")

/// A template `{op var, …}` without surrounding text.
private struct StyledTemplate {
    var style: ParameterStyle
    var first: String
    var variables: [(name: String, explode: Bool)]

    init?(_ template: String) {
        guard template.hasPrefix("{"), template.hasSuffix("}"), template.dropFirst().firstIndex(of: "{") == nil
        else { return nil }
        var names = template.dropFirst().dropLast()
        switch names.first {
        case "?", "&":
            style = .form
            first = String(names.removeFirst())
        case ".":
            style = .label
            first = ""
            names.removeFirst()
        case ";":
            style = .matrix
            first = ""
            names.removeFirst()
        case "+", "#", "/", nil: return nil
        default:
            style = .simple
            first = ""
        }
        variables = names.split(separator: ",").map { name in
            (String(name.hasSuffix("*") ? name.dropLast() : name), name.hasSuffix("*"))
        }
        if names.contains(":") || style == .simple && variables.count != 1 { return nil }
    }

    /// Returns the expansion, or `nil` if a value is not possible in an OpenAPI parameter.
    func expanded(_ values: JSONValue) throws -> String? {
        var texts: [String] = []
        for variable in variables {
            let serializer = ParameterSerializer(
                name: variable.name, style: style, explode: variable.explode, encoding: .percent(.unreserved))
            let value = ParameterValue(values[variable.name] ?? nil)
            if case .array(let elements) = value, elements.contains(where: { ParameterValue($0).isCompound }) {
                return nil
            }
            if case .object(let members) = value, members.contains(where: { ParameterValue($0.value).isCompound }) {
                return nil
            }
            if let text = serializer.text(of: value) { texts.append(text) }
        }
        if texts.isEmpty { return "" }
        return first + texts.joined(separator: style == .form ? "&" : "")
    }
}
