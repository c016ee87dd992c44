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
    let families = Families(catalog)
    var declarations: [Declaration] = []
    if options.parts.contains(.models) {
        declarations += models(catalog, families, renderer)
        declarations += receivedParts(catalog, families, renderer, into: &diagnostics)
    }
    if let renderer, options.parts.contains(.models), let view = WebhooksView(catalog, into: &diagnostics) {
        let text = renderer.render(view, with: "webhooks")
        declarations.append(
            Declaration(kind: .operation, name: view.name, file: "Operations/Webhooks", text: text, runtime: .client))
    }
    if options.parts.contains(.client), !api.operations.isEmpty {
        declarations += client(catalog, families, renderer, into: &diagnostics)
    }
    guard let renderer, diagnostics.all.count(where: { $0.severity == .error }) == errorsBefore else { return [] }
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

private func models(_ catalog: Catalog, _ families: Families, _ renderer: Renderer?) -> [Declaration] {
    guard let renderer else { return [] }
    var result: [Declaration] = []
    for declaration in catalog.api.types {
        let name = catalog.typeName(declaration.id)
        let file = families.file(of: declaration)
        func add(_ text: String) {
            result.append(
                Declaration(
                    kind: .type, name: name, file: file, text: text, runtime: catalog.runtimeUse(of: declaration)))
        }
        func addAlias(of target: TypeUse, runtime: RuntimeUse) {
            let text = renderer.render(AliasView(declaration, target, catalog), with: "alias")
            result.append(
                Declaration(kind: .alias, name: name, file: "Models/Aliases", text: text, runtime: runtime))
        }
        switch declaration.shape {
        case .object(let object):
            add(renderer.render(ObjectView(declaration, object, catalog), with: "object"))
        case .enumeration(let enumeration):
            let view = EnumerationView(declaration, enumeration, catalog)
            add(renderer.render(view, with: enumeration.isOpen ? "openEnumeration" : "enumeration"))
            result[result.count - 1].isEnumeration = true
        case .union(let union):
            add(renderer.render(UnionView(declaration, union, catalog), with: "union"))
        case .alias(let target):
            if let external = declaration.externalType {
                guard needsAlias(external, in: catalog.options) else { break }
                addAlias(of: target, runtime: .none)
                result[result.count - 1].module = external.module
            } else if case .tuple(let elements) = target.type {
                let view = TupleView(
                    name: name, documentation: catalog.documentation(of: declaration), elements: elements,
                    constraints: catalog.constraints(of: declaration), conversion: ConversionView(declaration, catalog), catalog)
                add(renderer.render(view, with: "tuple"))
            } else {
                addAlias(of: target, runtime: catalog.runtimeUse(of: target.type))
            }
        }
    }
    for (elements, name) in catalog.names.tuples.sorted(by: { $0.value < $1.value }) {
        let view = TupleView(name: name, documentation: [], elements: elements, constraints: .none, catalog)
        result.append(
            Declaration(
                kind: .type, name: name, file: "Models/\(name)", text: renderer.render(view, with: "tuple"),
                runtime: max(.models, catalog.runtimeUse(of: elements))))
    }
    return result
}

private func receivedParts(
    _ catalog: Catalog, _ families: Families, _ renderer: Renderer?, into diagnostics: inout Diagnostics
) -> [Declaration] {
    guard let renderer else { return [] }
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
    _ catalog: Catalog, _ families: Families, _ renderer: Renderer?, into diagnostics: inout Diagnostics
) -> [Declaration] {
    guard let renderer else { return [] }
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
    for (number, operation) in catalog.api.operations.enumerated() {
        let names = namesOfParameters(of: operation, overrides: catalog.options.nameOverrides, into: &diagnostics)
        let builder = OperationBuilder(operation, number: number, names: names, catalog)
        let name = catalog.names.operations[number]
        var texts = [renderer.render(builder.view(), with: "operation")]
        if let accept = builder.acceptView() { texts.append(renderer.render(accept, with: "operationAccept")) }
        if let content = builder.contentView() { texts.append(renderer.render(content, with: "operationContent")) }
        if let success = builder.successView() { texts.append(renderer.render(success, with: "operationSuccess")) }
        texts.append(renderer.render(builder.errorView(), with: "operationError"))
        for text in texts {
            let file = families.operations[operation.id]!
            result.append(Declaration(kind: .operation, name: name, file: file, text: text, runtime: .client))
        }
    }
    return result
}
