import Diagnostics
import Mustache

/// The templates, read and checked: the built-in ones, and a user's in their place.
struct Renderer {
    private var library = MustacheLibrary()

    /// What the templates that Apus renders are given.
    private static let roots: [(name: String, view: any TemplateView.Type)] = [
        ("file", FileView.self), ("object", ObjectView.self), ("enumeration", EnumerationView.self),
        ("openEnumeration", EnumerationView.self), ("union", UnionView.self), ("alias", AliasView.self),
        ("tuple", TupleView.self), ("client", ClientView.self), ("headers", HeadersView.self),
        ("webhooks", WebhooksView.self), ("operation", OperationView.self),
        ("operationContent", OutcomeView.self), ("operationError", OutcomeView.self), ("operationSuccess", OutcomeView.self),
    ]

    /// - Parameter overrides: a user's templates by file name.
    init?(overrides: [String: String], into diagnostics: inout Diagnostics) {
        var texts: [String: String] = [:]
        for template in builtInTemplates { texts[stem(template.name)] = template.text }
        for (name, text) in overrides { texts[stem(name)] = text }

        var check = TemplateCheck(templates: texts)
        for root in Self.roots { check.check(root.name, with: root.view) }
        for diagnostic in check.diagnostics { diagnostics.report(diagnostic) }
        var failed = !check.diagnostics.isEmpty
        for name in overrides.keys.sorted() where !check.reached.contains(stem(name)) {
            diagnostics.warning(
                .unknownTemplate, "no template of this name is used",
                at: Place(file: name, line: 1, column: 1, offset: 0, length: 0),
                help: "the templates are \(builtInTemplates.map { "`\($0.name)`" }.joined(separator: ", "))")
        }
        for name in texts.keys.sorted() where check.reached.contains(name) {
            do {
                try library.register(texts[name]!, named: name)
            } catch {
                failed = true
                // What the check passes and the engine does not is a tag that only the engine finds malformed.
                let line = (error as? MustacheTemplate.ParserError)?.context.lineNumber ?? 1
                diagnostics.error(
                    .malformedTemplate, "the template cannot be read",
                    at: Place(file: name + ".mustache", line: line, column: 1, offset: 0, length: 0))
            }
        }
        if failed { return nil }
    }

    /// A declaration by its template, without empty lines at the ends.
    func render(_ view: some TemplateView, with template: String) -> String {
        var text = library.render(view, withTemplate: template) ?? ""
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}

private func stem(_ fileName: String) -> String {
    fileName.hasSuffix(".mustache") ? String(fileName.dropLast(".mustache".count)) : fileName
}
