import ApusAPIModel
import ApusDiagnostics

/// The names of what the module declares: types first, for they are the API's vocabulary, then the client.
struct ModuleNames {
    private(set) var types: [TypeID: String] = [:]
    /// Tuples that stand within other types.
    private(set) var tuples: [[TypeUse]: String] = [:]
    private(set) var client = ""
    /// The client's enum of security schemes. It has the name of no other type, which it would hide within the client.
    private(set) var securitySchemes = ""
    /// The struct of the responses' header fields.
    private(set) var headers = ""
    /// The enums of the parts of multipart bodies that are received.
    private(set) var parts: [ReceivedParts: String] = [:]
    /// The enum of what the API sends.
    private(set) var webhooks = ""
    /// The names for operations, in the order of the operations.
    private(set) var operations: [OperationNames] = []
    /// The names of the operations' methods, by the operations' ids.
    private(set) var methods: [String: String] = [:]
    private var scope: Scope
    /// The prefix of all type names.
    private let prefix: String

    init(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) {
        scope = Scope(reserved: ReservedNames.types, [options.moduleName])
        prefix = options.prefix
        let methods = namesOfOperations(api.operations, overrides: options.nameOverrides, into: &diagnostics)
        nameTypes(api, methods, options, &diagnostics)
        let apiName = prefix.isEmpty ? options.moduleName : prefix
        client = scope.name(Self.clientName(apiName), apiName + "APIClient")
        securitySchemes = scope.name("SecurityScheme", "SecuritySchemeName")
        let stem = client.hasSuffix("Client") ? String(client.dropLast("Client".count)) : client
        webhooks = scope.name(stem + "Webhooks", stem + "SentWebhooks")
        headers = scope.name(stem + "Headers", stem + "ResponseHeaders")
        nameOperations(methods)
        self.methods = Dictionary(zip(api.operations.map(\.id), methods), uniquingKeysWith: { first, _ in first })
        for body in api.receivedParts {
            let stem = types[body.type] ?? "Unnamed"
            parts[body] = scope.name(stem + "Part", stem + "BodyPart")
        }
        nameTuples(api, methods)
    }

    /// The name of a declared type.
    func type(_ id: TypeID) -> String { types[id] ?? "JSONValue" }

    private static func clientName(_ module: String) -> String {
        let words = Words(module).upperCamel
        let stem = words.hasPrefix("_") || words.isEmpty ? "API" : words
        return stem.hasSuffix("Client") ? stem.dropLast("Client".count) + "APIClient" : stem + "Client"
    }

    private mutating func nameTypes(
        _ api: API, _ methods: [String], _ options: EmitterOptions, _ diagnostics: inout Diagnostics
    ) {
        // What this module or the runtime declares is called what it is called there.
        for declaration in api.types {
            guard let external = declaration.externalType, !needsAlias(external, in: options) else { continue }
            _ = scope.take(external.name)
            types[declaration.id] = escapedPath([external.name])
        }
        for declaration in api.types where types[declaration.id] == nil {
            guard let explicit = options.nameOverrides[declaration.id.name] ?? declaration.explicitName else { continue }
            if !isIdentifier(explicit) {
                diagnostics.error(
                    .invalidOverride, "`\(oneLine(explicit))` cannot be the name of a type",
                    at: declaration.origin.place, help: helpForNames)
            } else if ReservedNames.members.contains(explicit) || ReservedNames.keywords.contains(explicit)
                || !scope.take(explicit)
            {
                diagnostics.error(
                    .nameTaken, "the name `\(explicit)` for `\(oneLine(declaration.id.name))` is taken",
                    at: declaration.origin.place, help: "give one of the two another name")
            } else {
                types[declaration.id] = explicit
            }
        }
        let candidates = TypeNameCandidates(api, stems: stems(of: api, methods, options))
        // What the description names comes before what is made up, and what is spelt like its Swift name already before
        // what is not, so that `session` does not take it from `Session`.
        for isComponent in [true, false] {
            let indices = api.types.indices.filter {
                types[api.types[$0].id] == nil && api.types[$0].isComponent == isComponent && api.types[$0].receivedForm == nil
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
        // Types that are made for what is sent come last, and are named after what is received.
        for declaration in api.types where types[declaration.id] == nil {
            let stem = declaration.receivedForm.flatMap { types[$0] } ?? "Unnamed"
            types[declaration.id] = scope.name(stem + "Request", stem + "RequestModel")
        }
    }

    /// What the types of operations are named after that are not called after their ids: what they are called.
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
        // In the order of the names, so that the order of the paths does not tell who comes first.
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
            for parameter in operation.parameters { nameTuples(parameter.type, owner + Words(parameter.name).upperCamel) }
            let contents: [Content] = (operation.requestBody?.contents ?? []) + operation.responses.flatMap(\.contents)
            for content in contents {
                if let use = content.type { nameTuples(use, owner + "Element") }
            }
        }
    }

    /// - Parameter name: What to call a tuple; few types hold one.
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

/// Whether a type of another module gets a name in this one, so that one file only imports that module.
func needsAlias(_ external: ExternalType, in options: EmitterOptions) -> Bool {
    external.module.map { $0 != options.moduleName } ?? false
}

/// A name with dots, as code.
func escapedPath(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.flatMap { $0.split(separator: ".") }.map { escaped(String($0)) }.joined(separator: ".")
}
