import ApusAPIModel
import ApusDiagnostics

/// Turns an API into Swift: names, then the model, then views, then templates.
///
/// The result depends only on the input, not on the machine. Every problem is reported to `diagnostics`. The caller
/// writes nothing if `diagnostics.hasErrors`.
public func emit(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) -> [GeneratedFile] {
    let errorsBefore = diagnostics.all.count { $0.severity == .error }
    options.check(into: &diagnostics)
    let renderer = Renderer(overrides: options.templates, into: &diagnostics)
    let model = SwiftModel(api, options: options, into: &diagnostics)
    guard let renderer, diagnostics.all.count(where: { $0.severity == .error }) == errorsBefore else { return [] }
    let layout = FileLayout(header: header(api), options: options, renderer: renderer)
    return layout.files(DeclarationRenderer(model, renderer).declarations)
}

/// The first lines of every file. They have no date and no path, so that the same input gives the same bytes.
func header(_ api: API) -> [String] {
    let title = SwiftText.oneLine(api.title)
    let version = SwiftText.oneLine(api.version)
    return [
        generatedFileHeader
            + "\(apusVersion) from “\(title)” \(version). Do not edit; change the description and generate again."
    ]
}
