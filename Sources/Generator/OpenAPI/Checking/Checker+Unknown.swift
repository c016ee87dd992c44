import ApusDiagnostics
import ApusYAMLSource

// Reports fields that the version's grammar does not have.
extension Checker {
    mutating func reportUnknown(_ entry: Entry, in node: Node, kind: ObjectKind, grammar: ObjectGrammar) {
        if let advice = Swagger2.advice(onField: entry.key, of: kind) {
            // In most places OpenAPI 3 or the configuration of a client provides the same information elsewhere.
            let isMissed =
                kind == .response && entry.key == "schema" && node[.content] == nil
                || entry.key == "collectionFormat" && kind != .schema && node["style"] == nil
            let severity: Severity = isMissed ? .error : .warning
            diagnostics.report(
                Diagnostic(
                    .unknownField, severity, "`\(entry.key)` belongs to Swagger 2.0", at: entry.keyNode.place,
                    help: advice))
            return
        }
        let known = grammar.fields.keys
        let close = closest(to: entry.key, in: known.sorted())
        if kind == .schema {
            if entry.key == "$recursiveRef" {
                diagnostics.warning(
                    .unknownKeyword,
                    "`$recursiveRef` belongs to JSON Schema 2019-09 and is ignored, so any value is allowed",
                    at: entry.keyNode.place, help: "use `$ref` or `$dynamicRef`")
                return
            }
            // JSON Schema ignores unknown keywords, so only a likely misspelling is reported.
            guard let close else { return }
            diagnostics.warning(
                .unknownKeyword, "unknown keyword `\(entry.key)`", at: entry.keyNode.place,
                help: "did you mean `\(close)`?")
            return
        }
        if ["example", "examples", "description", "summary", "title", "deprecated"].contains(entry.key) {
            // Published descriptions often misplace documentation. It does not affect generated code.
            diagnostics.warning(
                .unknownField, "\(grammar.title.withArticle) has no field `\(entry.key)`", at: entry.keyNode.place)
            return
        }
        diagnostics.error(
            .unknownField, "\(grammar.title.withArticle) has no field `\(entry.key)`", at: entry.keyNode.place,
            help: close.map { "did you mean `\($0)`?" } ?? "remove it, or begin the name of an extension with `x-`")
    }

    mutating func reportOtherVersion(_ entry: Entry, field: Field, kind: ObjectKind, grammar: ObjectGrammar) {
        if version > field.until {
            diagnostics.error(
                .unknownField, "\(grammar.title.withArticle) has no field `\(entry.key)` since OpenAPI 3.1",
                at: entry.keyNode.place)
            return
        }
        diagnostics.warning(
            .otherVersionsField, "`\(entry.key)` belongs to OpenAPI \(field.since); this is \(version)",
            at: entry.keyNode.place, help: "write `openapi: \(field.since).0` at the top")
    }

    /// Checks patterned keys: paths and status codes.
    mutating func checkPatternedKey(_ entry: Entry, in node: Node, kind: ObjectKind) {
        switch kind {
        case .paths:
            if !entry.key.hasPrefix("/") {
                diagnostics.error(
                    .unknownField, "the path `\(entry.key)` does not begin with `/`", at: entry.keyNode.place)
            }
            checkMarks(inPath: entry)
        case .responses: checkStatus(entry, in: node)
        default: return
        }
    }

    /// Notes a query and a fragment, which tell operations apart in descriptions that have them.
    private mutating func checkMarks(inPath entry: Entry) {
        let marks = [("?", "a path has no query in OpenAPI; it is sent as it stands"), ("#", "a fragment is not sent")]
        let literals = entry.key.split(separator: "{")
            .map { $0.split(separator: "}", omittingEmptySubsequences: false).last ?? "" }
        for (mark, message) in marks where literals.contains(where: { $0.contains(mark) }) {
            diagnostics.report(
                Diagnostic(
                    .invalidName, .note, message, at: entry.keyNode.place,
                    help: mark == "?" ? "describe it by parameters" : nil))
        }
    }

    private mutating func checkStatus(_ response: Entry, in responses: Node) {
        let key = response.key
        switch ResponseStatus.spelling(of: key) {
        case key: return
        case let spelling? where responses[spelling] != nil:
            diagnostics.error(
                .conflictingFields, "`\(key)` and `\(spelling)` are the same status", at: response.keyNode.place)
        case let spelling?:
            diagnostics.warning(
                .invalidValue, "`\(key)` is not a status code; it is read as `\(spelling)`",
                at: response.keyNode.place)
        case nil:
            diagnostics.error(
                .invalidValue, "`\(key)` is not a status code", at: response.keyNode.place,
                help: "write a code such as `404`, a range such as `4XX`, or `default`")
        }
    }

    mutating func checkTypeNames(_ node: Node) {
        let names = node.kind == .sequence ? Array(node.elements) : [node]
        let known = ["null", "boolean", "object", "array", "number", "string", "integer"]
        for name in names where !known.contains(name.text) || !name.kind.isScalar {
            diagnostics.error(
                .invalidValue, "`\(name.text)` is not a type of JSON Schema", at: name.place,
                label: "one of \(known.joined(separator: ", "))",
                help: Swagger2.advice(onValue: name.text, of: "type") ?? suggestion(for: name.text, among: known))
        }
        if node.kind == .sequence, version == .v3_0 {
            diagnostics.warning(
                .otherVersionsField, "a list of types belongs to OpenAPI 3.1; this is 3.0", at: node.place)
        }
    }
}
