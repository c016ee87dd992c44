import ApusAPIModel
import ApusDiagnostics

/// Turns the examples, defaults and operations of an API into tests of the code that `emit` makes of it.
///
/// The API has its examples (`LoweringOptions.includesExamples`). Problems that `emit` reports are not reported again.
public func emitTests(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) -> [GeneratedFile] {
    var reported = Diagnostics()
    guard options.parts.contains(.models), let renderer = Renderer(overrides: options.templates, into: &reported) else {
        return []
    }
    let types = SwiftTypes(api, options: options, into: &reported)
    let emission = TestEmission(types: types, renderer: renderer)
    var files: [GeneratedFile] = []
    let examples = TestExamples(types)
    if !examples.all.isEmpty { files.append(emission.file(of: examples.all)) }
    for declaration in examples.unknown {
        diagnostics.report(
            Diagnostic(
                .noSample, .note, "the examples of the members of `\(types.typeName(declaration.id))` are not tested",
                at: declaration.origin.place, help: "give each required member, or the schema itself, an `example`"))
    }
    guard options.parts.contains(.client), !api.operations.isEmpty else { return files }
    let client = SwiftClient(types, into: &reported)
    let samples = Samples(types: types)
    var calls: [TestCall] = []
    for operation in client.operations {
        if let call = TestCall(operation, samples) {
            calls.append(call)
        } else {
            diagnostics.report(
                Diagnostic(
                    .noSample, .note, "no test calls `\(operation.names.method)`, because no value is known for it",
                    at: operation.operation.origin.place,
                    help: "give its required parameters, its body and its response an `example`"))
        }
    }
    if !calls.isEmpty { files.append(emission.file(of: calls, client)) }
    return files
}

/// Renders the files of tests.
private struct TestEmission {
    let types: SwiftTypes
    let renderer: Renderer

    private var options: EmitterOptions { types.options }
    /// The beginning of the names of files and suites.
    private var base: String { options.prefix.isEmpty ? options.moduleName : options.prefix }
    private var title: String { types.api.title.isEmpty ? "the API" : SwiftText.oneLine(types.api.title) }

    func file(of examples: [TestExample]) -> GeneratedFile {
        let declared = Set(types.names.types.values).union(types.names.tuples.values)
        let views = examples.enumerated().map { index, example in
            TestsView.ExampleView(
                example, typeName: qualified(example.type, declared), isLast: index == examples.count - 1)
        }
        var view = view("\(base)ExampleTests")
        view.examples = views
        let runtime = options.parts.contains(.client) ? "ApusRuntime" : "ApusModels"
        return file(view, template: "exampleTests", runtime: runtime)
    }

    func file(of calls: [TestCall], _ client: SwiftClient) -> GeneratedFile {
        var view = view("\(base)OperationTests")
        view.client = "\(options.moduleName).\(client.name)"
        view.schemes = client.credentials.isEmpty ? nil : "\(view.client).\(client.schemesName)"
        view.calls = calls.map(TestsView.CallView.init)
        view.decodes = calls.contains { $0.arguments.contains { $0.json != nil } }
        return file(view, template: "operationTests", runtime: "ApusRuntime")
    }

    private func view(_ name: String) -> TestsView {
        TestsView(
            name: name, title: title, validates: options.parts.contains(.validation), examples: [], client: "",
            schemes: nil, calls: [], decodes: false)
    }

    private func file(_ view: TestsView, template: String, runtime: String) -> GeneratedFile {
        let code = "\(options.access == .internal ? "@testable " : "")import \(options.moduleName)"
        let file = FileView(
            header: header(types.api), imports: ["import \(runtime)", code, "import Testing"], format: nil,
            declarations: [FileView.Declaration(text: renderer.render(view, with: template))])
        return GeneratedFile(name: view.name + ".swift", contents: renderer.render(file, with: "file") + "\n")
    }

    /// The text of a type with the module's name before generated types, because other modules may have types of
    /// these names.
    private func qualified(_ type: SwiftType, _ declared: Set<String>) -> String {
        switch type {
        case .named(let name): declared.contains(name) ? "\(options.moduleName).\(name)" : name
        case .optional(let wrapped): "Optional<\(qualified(wrapped, declared))>"
        case .array(let element): "[\(qualified(element, declared))]"
        case .dictionary(let value): "[String: \(qualified(value, declared))]"
        case .generic(let name, let argument): "\(name)<\(qualified(argument, declared))>"
        }
    }
}
