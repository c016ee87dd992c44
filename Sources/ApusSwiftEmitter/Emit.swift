import ApusAPIModel
import ApusDiagnostics

/// Turns an API into Swift: names, then view models, then templates.
///
/// The result is the same for the same input, whatever the machine. Every problem is reported to `diagnostics`;
/// the caller writes nothing while `diagnostics.hasErrors`.
public func emit(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) -> [GeneratedFile] {
    let errorsBefore = diagnostics.all.count { $0.severity == .error }
    checkOptions(options, into: &diagnostics)
    let renderer = Renderer(overrides: options.templates, into: &diagnostics)
    let catalog = Catalog(api, options: options, into: &diagnostics)
    guard let renderer else { return [] }
    let families = Families(catalog)
    var declarations: [Declaration] = []
    if options.parts.contains(.models) {
        declarations += models(catalog, families, renderer)
        declarations += receivedParts(catalog, families, renderer, into: &diagnostics)
    }
    if options.parts.contains(.models), let view = WebhooksView(catalog, into: &diagnostics) {
        let text = renderer.render(view, with: "webhooks")
        declarations.append(
            Declaration(kind: .operation, name: view.name, file: "Operations/Webhooks", text: text, runtime: .client))
    }
    if options.parts.contains(.client), !api.operations.isEmpty {
        declarations += client(catalog, families, renderer, into: &diagnostics)
    }
    guard diagnostics.all.count(where: { $0.severity == .error }) == errorsBefore else { return [] }
    let layout = FileLayout(header: header(api), options: options, renderer: renderer)
    return layout.files(declarations)
}

/// The first lines of every file: no date and no path, so that the same input gives the same bytes.
private func header(_ api: API) -> [String] {
    let title = printable(api.title), version = printable(api.version)
    return [
        generatedFileHeader + "\(apusVersion) from “\(title)” \(version). Do not edit; change the description and generate again."
    ]
}

private func models(_ catalog: Catalog, _ families: Families, _ renderer: Renderer) -> [Declaration] {
    let access = catalog.options.access.rawValue
    let tuples = catalog.names.tuples.sorted { $0.value < $1.value }
    let declarations =
        catalog.api.types.compactMap { SwiftDeclaration($0, catalog) }
        + tuples.map { SwiftDeclaration(tuple: $0.key, name: $0.value, catalog) }
    return declarations.map { declaration in
        var result = Declaration(
            kind: .type, name: declaration.name,
            file: declaration.source.map(families.file) ?? "Models/\(declaration.name)", text: "",
            runtime: declaration.runtime, module: declaration.module)
        switch declaration.shape {
        case .object(let object):
            result.text = renderer.render(ObjectView(declaration, object, access: access), with: "object")
        case .enumeration(let enumeration):
            let view = EnumerationView(declaration, enumeration, access: access)
            result.text = renderer.render(view, with: enumeration.isOpen ? "openEnumeration" : "enumeration")
            result.isEnumeration = true
        case .union(let union):
            result.text = renderer.render(UnionView(declaration, union, access: access), with: "union")
        case .tuple(let tuple):
            result.text = renderer.render(TupleView(declaration, tuple, access: access), with: "tuple")
        case .alias(let target):
            result.text = renderer.render(AliasView(declaration, of: target, access: access), with: "alias")
            result.kind = .alias
            result.file = "Models/Aliases"
        }
        return result
    }
}

private func receivedParts(
    _ catalog: Catalog, _ families: Families, _ renderer: Renderer, into diagnostics: inout Diagnostics
) -> [Declaration] {
    var result: [Declaration] = []
    for body in catalog.api.receivedParts {
        guard let declaration = catalog.declarations[body.type],
            let view = PartsView(body, catalog, into: &diagnostics)
        else { continue }
        result.append(
            Declaration(
                kind: .type, name: view.name, file: families.file(of: declaration),
                text: renderer.render(view, with: "parts"), runtime: .client))
    }
    return result
}

private func client(
    _ catalog: Catalog, _ families: Families, _ renderer: Renderer, into diagnostics: inout Diagnostics
) -> [Declaration] {
    var result = [
        Declaration(
            kind: .client, name: catalog.names.client, file: catalog.names.client,
            text: renderer.render(ClientView(catalog), with: "client"), runtime: .client)
    ]
    if let view = HeadersView(catalog, into: &diagnostics) {
        let text = renderer.render(view, with: "headers")
        result.append(
            Declaration(kind: .client, name: view.name, file: catalog.names.client, text: text, runtime: .client))
    }
    for (operation, names) in zip(catalog.api.operations, catalog.names.operations) {
        let parameterNames = namesOfParameters(
            of: operation, overrides: catalog.options.nameOverrides, into: &diagnostics)
        let swift = SwiftOperation(operation, names: names, parameterNames: parameterNames, catalog)
        let builder = OperationBuilder(
            swift, client: catalog.names.client, access: catalog.options.access.rawValue)
        var texts = [renderer.render(builder.view(), with: "operation")]
        if let accept = builder.acceptView() { texts.append(renderer.render(accept, with: "operationAccept")) }
        if let content = builder.contentView() { texts.append(renderer.render(content, with: "operationContent")) }
        if let success = builder.successView() { texts.append(renderer.render(success, with: "operationSuccess")) }
        texts.append(renderer.render(builder.errorView(), with: "operationError"))
        for text in texts {
            let file = families.operations[operation.id]!
            result.append(Declaration(kind: .operation, name: names.method, file: file, text: text, runtime: .client))
        }
    }
    return result
}
