import ApusAPIModel
import ApusDiagnostics

/// Turns an API into Swift: names, then the model, then views, then templates.
///
/// The result is the same for the same input, whatever the machine. Every problem is reported to `diagnostics`;
/// the caller writes nothing while `diagnostics.hasErrors`.
public func emit(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) -> [GeneratedFile] {
    let errorsBefore = diagnostics.all.count { $0.severity == .error }
    checkOptions(options, into: &diagnostics)
    let renderer = Renderer(overrides: options.templates, into: &diagnostics)
    let model = SwiftModel(api, options: options, into: &diagnostics)
    guard let renderer, diagnostics.all.count(where: { $0.severity == .error }) == errorsBefore else { return [] }
    let families = Families(api, model.names, options)
    let layout = FileLayout(header: header(api), options: options, renderer: renderer)
    return layout.files(DeclarationRenderer(model, families, renderer).declarations)
}

/// The first lines of every file: no date and no path, so that the same input gives the same bytes.
private func header(_ api: API) -> [String] {
    let title = oneLine(api.title), version = oneLine(api.version)
    return [
        generatedFileHeader + "\(apusVersion) from “\(title)” \(version). Do not edit; change the description and generate again."
    ]
}
