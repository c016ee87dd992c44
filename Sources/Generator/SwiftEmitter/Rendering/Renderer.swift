import ApusDiagnostics

/// The compiled templates: a user's, and built-in ones for the rest.
struct Renderer {
    private var templates: [String: Template] = [:]

    /// The views of the templates that are not partials.
    private static let roots: [(name: String, view: any TemplateView.Type)] = [
        ("file", FileView.self), ("object", ObjectView.self), ("enumeration", EnumerationView.self),
        ("openEnumeration", EnumerationView.self), ("union", UnionView.self), ("alias", AliasView.self),
        ("tuple", TupleView.self), ("parts", PartsView.self), ("client", ClientView.self),
        ("headers", HeadersView.self),
        ("webhooks", WebhooksView.self), ("operation", OperationView.self),
        ("operationAccept", OutcomeView.self), ("operationContent", OutcomeView.self),
        ("operationError", OutcomeView.self), ("operationSuccess", OutcomeView.self),
        ("server", ServerView.self), ("serverOperation", ServerOperationView.self),
        ("serverOutcome", ServerOutcomeView.self),
        ("exampleTests", TestsView.self), ("operationTests", TestsView.self),
    ]

    /// - Parameter overrides: A user's templates by file name.
    init?(overrides: [String: String], into diagnostics: inout Diagnostics) {
        var texts: [String: String] = [:]
        for template in builtInTemplates { texts[stem(template.name)] = template.text }
        for (name, text) in overrides { texts[stem(name)] = text }

        var compiler = TemplateCompiler(texts: texts)
        for root in Self.roots { templates[root.name] = compiler.compile(root.name, for: root.view.shape) }
        for diagnostic in compiler.diagnostics { diagnostics.report(diagnostic) }
        for name in overrides.keys.sorted() where !compiler.reached.contains(stem(name)) {
            diagnostics.warning(
                .unknownTemplate, "no template has this name",
                at: Place(file: name, line: 1, column: 1, offset: 0, length: 0),
                help: "the templates are \(builtInTemplates.map { "`\($0.name)`" }.joined(separator: ", "))")
        }
        if !compiler.diagnostics.isEmpty { return nil }
    }

    /// A declaration by its template, without empty lines at the end.
    func render(_ view: some TemplateView, with template: String) -> String {
        templates[template]!.render(view.values)
    }
}

private func stem(_ fileName: String) -> String {
    fileName.hasSuffix(".mustache") ? String(fileName.dropLast(".mustache".count)) : fileName
}
