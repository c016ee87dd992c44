import ApusAPIModel

/// Renders the declarations of a model by their templates.
struct DeclarationRenderer {
    private let model: SwiftModel
    private let renderer: Renderer
    private let access: String

    init(_ model: SwiftModel, _ renderer: Renderer) {
        self.model = model
        self.renderer = renderer
        access = model.options.access.rawValue
    }

    var declarations: [Declaration] {
        var result = model.declarations.map(type) + model.parts.map(parts)
        if let webhooks = model.webhooks {
            let text = renderer.render(WebhooksView(webhooks, access: access), with: "webhooks")
            result.append(
                Declaration(
                    kind: .operation, name: webhooks.name, file: "Operations/Webhooks", text: text, runtime: .client))
        }
        if let client = model.client { result += declarations(of: client) }
        if let server = model.server { result += declarations(of: server) }
        return result
    }

    private func declarations(of server: SwiftServerProtocol) -> [Declaration] {
        let view = ServerView(server, access: access)
        let declaration = Declaration(
            kind: .server, name: server.name, file: server.name, text: renderer.render(view, with: "server"),
            runtime: .server)
        return [declaration] + server.operations.flatMap { declarations(of: $0, in: server) }
    }

    private func declarations(of operation: SwiftServerOperation, in server: SwiftServerProtocol) -> [Declaration] {
        let (names, responses) = (operation.names, operation.responses)
        var views: [(view: any TemplateView, template: String)] = [
            (ServerOperationView(operation, server: server.name, access: access), "serverOperation")
        ]
        // A client has the same enum of media types.
        if responses.isChoice, model.client == nil {
            views.append((responses.acceptView(operation, access: access), "operationAccept"))
        }
        if let view = operation.contents.view(operation, access: access) { views.append((view, "operationContent")) }
        if case .output = responses.result {
            let view = ServerOutcomeView(
                responses.outputs, name: names.output, operation: names.method, isThrown: false, access: access)
            views.append((view, "serverOutcome"))
        }
        if !responses.failures.isEmpty {
            let view = ServerOutcomeView(
                responses.failures, name: names.failure, operation: names.method, isThrown: true, access: access)
            views.append((view, "serverOutcome"))
        }
        return views.map { view, template in
            Declaration(
                kind: .operation, name: names.operation,
                file: model.families.serverOperations[operation.operation.id]!,
                text: renderer.render(view, with: template), runtime: .server)
        }
    }

    private func type(_ declaration: SwiftDeclaration) -> Declaration {
        var result = Declaration(
            kind: .type, name: declaration.name,
            file: declaration.source.map(model.families.file) ?? "Models/\(declaration.name)", text: "",
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
            result.file = declaration.source.flatMap(model.families.describedFile) ?? "Models/Aliases"
        }
        return result
    }

    private func parts(_ parts: SwiftParts) -> Declaration {
        Declaration(
            kind: .type, name: parts.name, file: model.families.file(of: parts.source),
            text: renderer.render(PartsView(parts, access: access), with: "parts"), runtime: .client)
    }

    private func declarations(of client: SwiftClient) -> [Declaration] {
        let clientView = ClientView(client, access: access)
        var result = [
            Declaration(
                kind: .client, name: client.name, file: client.name,
                text: renderer.render(clientView, with: "client"), runtime: .client)
        ]
        if let headers = client.headers {
            let text = renderer.render(HeadersView(headers, access: access), with: "headers")
            result.append(
                Declaration(kind: .client, name: headers.name, file: client.name, text: text, runtime: .client))
        }
        return result + client.operations.flatMap { declarations(of: $0, in: client) }
    }

    private func declarations(of operation: SwiftOperation, in client: SwiftClient) -> [Declaration] {
        let builder = OperationBuilder(operation, client: client.name, access: access)
        let views: [(view: (any TemplateView)?, template: String)] = [
            (builder.view(), "operation"), (builder.acceptView(), "operationAccept"),
            (builder.contentView(), "operationContent"), (builder.successView(), "operationSuccess"),
            (builder.errorView(), "operationError"),
        ]
        return views.compactMap { view, template in
            guard let view else { return nil }
            return Declaration(
                kind: .operation, name: operation.names.method,
                file: model.families.operations[operation.operation.id]!,
                text: renderer.render(view, with: template), runtime: .client)
        }
    }
}
