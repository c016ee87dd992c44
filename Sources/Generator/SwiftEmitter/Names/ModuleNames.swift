import ApusAPIModel
import ApusDiagnostics

/// The names in the scope of the module. Types get theirs first, because they are the vocabulary of the API.
struct ModuleNames {
    private(set) var types: [TypeID: String] = [:]
    /// Tuples nested in other types.
    private(set) var tuples: [[TypeUse]: String] = [:]
    private(set) var client = ""
    /// The enum of security schemes within the client. It hides no other type there, because no other type has its
    /// name.
    private(set) var securitySchemes = ""
    /// The struct of the responses' header fields.
    private(set) var headers = ""
    /// The enums of the parts of multipart bodies that are received.
    private(set) var parts: [ReceivedParts: String] = [:]
    /// The enum of the requests that the API sends.
    private(set) var webhooks = ""
    /// The names for operations, in the order of the operations.
    private(set) var operations: [OperationNames] = []
    /// The names of the operations' methods, by the operations' ids.
    private(set) var methods: [String: String] = [:]
    /// The protocol of servers.
    private(set) var server = ""
    /// The names of a server for operations, in the order of the operations.
    private(set) var serverOperations: [ServerOperationNames] = []
    private var scope: Scope
    /// The prefix of all type names.
    private let prefix: String

    init(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) {
        let hasServer = options.parts.contains(.server)
        scope = Scope(reserved: ReservedNames.types, [options.moduleName], hasServer ? ReservedNames.server : [])
        prefix = options.prefix
        let methods = OperationNames.methods(of: api.operations, overrides: options.nameOverrides, into: &diagnostics)
        nameTypes(api, methods, options, &diagnostics)
        let apiName = prefix.isEmpty ? options.moduleName : prefix
        client = scope.name(Self.clientName(apiName), apiName + "APIClient")
        securitySchemes = scope.name("SecurityScheme", "SecuritySchemeName")
        let stem = client.hasSuffix("Client") ? String(client.dropLast("Client".count)) : client
        webhooks = scope.name(stem + "Webhooks", stem + "SentWebhooks")
        headers = scope.name(stem + "Headers", stem + "ResponseHeaders")
        nameOperations(methods)
        self.methods = Dictionary(zip(api.operations.map(\.id), methods), uniquingKeysWith: { first, _ in first })
        for body in api.receivedParts(options.parts) {
            let stem = types[body.type] ?? "Unnamed"
            parts[body] = scope.name(stem + "Part", stem + "BodyPart")
        }
        nameTuples(api, methods)
        if hasServer { nameServer(stem, methods) }
    }

    /// Servers get their names last, so that no other name depends on them.
    private mutating func nameServer(_ stem: String, _ methods: [String]) {
        let stem = stem.hasSuffix("Server") && stem != "Server" ? String(stem.dropLast("Server".count)) : stem
        server = scope.name(stem + "Server", stem + "API", stem + "ServerAPI")
        var members = Scope(reserved: Set(methods))
        let accepts = Dictionary(operations.map { ($0.method, $0.accept) }, uniquingKeysWith: { first, _ in first })
        var names: [String: ServerOperationNames] = [:]
        for method in methods.sorted() {
            let stem = prefix + Words(method).upperCamel
            names[method] = ServerOperationNames(
                method: method, operation: members.name(method + "Operation"),
                output: scope.name(stem + "Output", stem + "OperationOutput"),
                failure: scope.name(stem + "Failure", stem + "OperationFailure"),
                input: scope.name(stem + "Input", stem + "OperationInput"), accept: accepts[method] ?? "")
        }
        serverOperations = methods.compactMap { names[$0] }
    }

    /// The enum of the parts of a body that is received. `nil` if they have no types.
    func parts(of content: Content) -> String? { ReceivedParts(content).flatMap { parts[$0] } }

    /// The name of a declared type.
    func type(_ id: TypeID) -> String { types[id] ?? "JSONValue" }

    /// The name of the type for a schema, or `nil` if there is none.
    func declaredType(_ schema: String) -> String? { types[TypeID(schema)] }

    private static func clientName(_ module: String) -> String {
        let words = Words(module).upperCamel
        let stem = words.hasPrefix("_") || words.isEmpty ? "API" : words
        return stem.hasSuffix("Client") ? stem.dropLast("Client".count) + "APIClient" : stem + "Client"
    }

    private mutating func nameTypes(
        _ api: API, _ methods: [String], _ options: EmitterOptions, _ diagnostics: inout Diagnostics
    ) {
        // A type that this module or the runtime declares keeps its name.
        for declaration in api.types {
            guard let external = options.externalTypes[declaration.id.name], !external.needsAlias(in: options) else {
                continue
            }
            _ = scope.take(external.name)
            types[declaration.id] = Identifier.path([external.name])
        }
        for declaration in api.types where types[declaration.id] == nil {
            guard let explicit = options.nameOverrides[declaration.id.name] ?? declaration.explicitName else {
                continue
            }
            if !Identifier.isValid(explicit) {
                diagnostics.error(
                    .invalidOverride, "`\(SwiftText.oneLine(explicit))` cannot be the name of a type",
                    at: declaration.origin.place, help: NameRequest.help)
            } else if ReservedNames.members.contains(explicit) || Identifier.keywords.contains(explicit)
                || !scope.take(explicit)
            {
                diagnostics.error(
                    .nameTaken, "the name `\(explicit)` for `\(SwiftText.oneLine(declaration.id.name))` is taken",
                    at: declaration.origin.place, help: "give one of the two another name")
            } else {
                types[declaration.id] = explicit
            }
        }
        let candidates = TypeNameCandidates(api, stems: stems(of: api, methods, options))
        // Types that the description names come first. Among them, a name that is spelled as in Swift comes first, so
        // that `session` does not take the name of `Session`.
        for isComponent in [true, false] {
            let indices = api.types.indices.filter {
                types[api.types[$0].id] == nil && api.types[$0].isComponent == isComponent
                    && api.types[$0].receivedForm == nil
            }
            for index in indices where api.types[index].nameHints == [candidates[index]] {
                let name = prefix + candidates[index]
                if scope.take(name) { types[api.types[index].id] = name }
            }
            for index in indices where types[api.types[index].id] == nil {
                types[api.types[index].id] = scope.name(
                    prefix + candidates[index], prefix + candidates[index] + "Model")
            }
        }
        // Types made for requests come last, and are named after the types of responses.
        for declaration in api.types where types[declaration.id] == nil {
            let stem = declaration.receivedForm.flatMap { types[$0] } ?? "Unnamed"
            types[declaration.id] = scope.name(stem + "Request", stem + "RequestModel")
        }
    }

    /// The names of operations that are not named after their ids. The types within these begin with the name.
    private func stems(of api: API, _ methods: [String], _ options: EmitterOptions) -> [String: String] {
        var stems: [String: String] = [:]
        for (operation, name) in zip(api.operations, methods)
        where (options.nameOverrides[operation.id] ?? operation.explicitName) == nil
            && Words(operation.id).lowerCamel != name
        {
            stems[operation.id] = name
        }
        return stems
    }

    private mutating func nameOperations(_ methods: [String]) {
        var members = Scope(reserved: Set(methods))
        var names: [String: OperationNames] = [:]
        // In the order of the names, so that the order of the paths does not matter.
        for method in methods.sorted() {
            let stem = prefix + Words(method).upperCamel
            names[method] = OperationNames(
                method: method, response: members.name(method + "WithResponse"), pages: members.name(method + "Pages"),
                stream: members.name(method + "Stream"), streamResponse: members.name(method + "StreamWithResponse"),
                error: scope.name(stem + "Error", stem + "OperationError"),
                success: scope.name(stem + "Success", stem + "OperationSuccess"),
                content: scope.name(stem + "Content", stem + "OperationContent"),
                accept: scope.name(stem + "Accept", stem + "OperationAccept"))
        }
        operations = methods.compactMap { names[$0] }
    }

    private mutating func nameTuples(_ api: API, _ methods: [String]) {
        for declaration in api.types {
            let owner = types[declaration.id] ?? "Unnamed"
            switch declaration.shape {
            case .object(let object):
                for property in object.properties { nameTuples(property.type, owner + Words(property.name).upperCamel) }
                if case .kept(let value) = object.additionalProperties { nameTuples(value, owner + "Value") }
            case .union(let union):
                for variant in union.variants { nameTuples(variant.type, owner + Words(variant.nameHint).upperCamel) }
            case .alias(let target):
                if case .tuple(let elements) = target.type {
                    for element in elements { nameTuples(element, owner + "Element") }
                } else {
                    nameTuples(target, owner + "Element")
                }
            case .enumeration: break
            }
        }
        for (operation, name) in zip(api.operations, methods) {
            let owner = prefix + Words(name).upperCamel
            for parameter in operation.parameters {
                nameTuples(parameter.type, owner + Words(parameter.name).upperCamel)
            }
            let contents: [Content] = (operation.requestBody?.contents ?? []) + operation.responses.flatMap(\.contents)
            for content in contents {
                if let use = content.type { nameTuples(use, owner + "Element") }
            }
        }
    }

    /// - Parameter name: The name of a tuple. It is rarely needed.
    private mutating func nameTuples(_ use: TypeUse, _ name: @autoclosure () -> String) {
        switch use.type {
        case .array(let element), .map(let element): nameTuples(element, name())
        case .tuple(let elements):
            let name = name()
            for element in elements { nameTuples(element, name + "Element") }
            if tuples[elements] == nil { tuples[elements] = scope.name(name, name + "Tuple") }
        default: break
        }
    }
}
