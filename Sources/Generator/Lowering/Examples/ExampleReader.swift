import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// Finds the examples of a description, and leaves out those that do not satisfy their schemas.
struct ExampleReader {
    private let schemas: SchemaLowering
    private let document: Document
    /// The objects of the description that have examples.
    private let nodes: [Origin: Node]
    private(set) var examples: [Origin: [Example]] = [:]
    private(set) var diagnostics: Diagnostics
    private var seen: Set<Origin> = []

    init(_ schemas: SchemaLowering, choices: [DiagnosticCode: SeverityChoice]) {
        self.schemas = schemas
        document = schemas.document
        diagnostics = Diagnostics(choices: choices)
        nodes = Self.nodesWithExamples(in: schemas.document)
    }

    /// Reads the examples of all schemas, bodies, parameters and header fields of the API.
    mutating func read(_ api: API) {
        if nodes.isEmpty { return }
        for declaration in api.types { read(declaration) }
        for operation in api.operations {
            for parameter in operation.parameters {
                read(parameter.origin)
                read(parameter.type)
            }
            for content in operation.requestBody?.contents ?? [] { read(content) }
            for response in operation.responses {
                for content in response.contents { read(content) }
                for header in response.headers { read(header.type) }
            }
        }
        for webhook in api.webhooks {
            for content in webhook.contents { read(content) }
        }
    }

    private mutating func read(_ declaration: TypeDeclaration) {
        read(declaration.origin)
        switch declaration.shape {
        case .object(let object):
            for property in object.properties {
                read(property.origin)
                read(property.type)
            }
            if case .kept(let use) = object.additionalProperties { read(use) }
        case .union(let union):
            for variant in union.variants { read(variant.type) }
        case .alias(let target): read(target)
        case .enumeration: break
        }
    }

    private mutating func read(_ content: Content) {
        read(content.origin)
        if let use = content.type { read(use) }
    }

    private mutating func read(_ use: TypeUse) {
        read(use.origin)
        switch use.type {
        case .array(let inner), .map(let inner): read(inner)
        case .tuple(let elements):
            for element in elements { read(element) }
        default: break
        }
    }

    private mutating func read(_ origin: Origin) {
        guard let node = nodes[origin], seen.insert(origin).inserted else { return }
        let schema =
            node["schema"].map { Schema(node: $0, document: document) }
            ?? Schema(node: node, document: document)
        let found = Self.values(of: node, document).filter { _, value in
            guard let mismatch = schemas.mismatch(of: value, with: Conjunction([schema])) else { return true }
            diagnostics.warning(
                .invalidExample, "an example does not satisfy its own schema, and is left out of the tests",
                at: mismatch.value.place, label: mismatch.label,
                notes: mismatch.schema.map { [.init(mismatch.note, at: $0.place)] } ?? [])
            return false
        }
        if found.isEmpty { return }
        examples[origin] = found.map { Example(name: $0, value: $1.literal, origin: $1.origin) }
    }

    /// The values of `example` and `examples`, each once.
    private static func values(of node: Node, _ document: Document) -> [(name: String?, value: Node)] {
        var found: [(name: String?, value: Node)] = []
        if let value = node["example"] { found.append((nil, value)) }
        if let list = node["examples"].flatMap(document.content) {
            if list.kind == .sequence {
                found += list.elements.map { (nil, $0) }
            } else {
                found += list.entries.compactMap { entry in
                    let object = document.resolve(entry.value)
                    return (object?["value"] ?? object?["dataValue"]).map { (entry.key, $0) }
                }
            }
        }
        var literals: Set<JSONLiteral> = []
        return found.filter { literals.insert($0.value.literal).inserted }
    }

    private static func nodesWithExamples(in document: Document) -> [Origin: Node] {
        var result: [Origin: Node] = [:]
        var seen: Set<Node> = []
        var pending = [document.root] + document.schemaTargets
        while let node = pending.popLast() {
            guard !node.kind.isScalar, seen.insert(node).inserted else { continue }
            if node.kind == .mapping {
                if node["example"] != nil || node["examples"] != nil { result[node.origin] = node }
                for entry in node.entries { pending.append(entry.value) }
            } else {
                pending += node.elements
            }
        }
        return result
    }
}
