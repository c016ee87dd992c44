import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// A schema as one JSON text with all schemas that it refers to (JSON Schema 2020-12, section 9.3).
///
/// Each resource that contains the target of a reference (a file, a schema with an `$id`, or a component) is embedded
/// completely under `$defs`, with an `$id` that the references use.
struct SchemaBundle {
    private let document: Document
    /// The names of embedded resources. They are the same in all texts, because one text can become part of another.
    private(set) var names: ResourceNames
    private var queued: Set<Node> = []
    private var pending: [Node] = []
    private var embedded: [JSONLiteral.Member] = []
    /// The operands of `pattern` and the names in `patternProperties`.
    private(set) var patterns: [Node] = []

    init(document: Document, names: ResourceNames) {
        self.document = document
        self.names = names
    }

    /// The keywords of a schema, with `$defs` for the targets of its references.
    mutating func members(of schema: Schema) -> [JSONLiteral.Member] {
        let root = resourceRoot(of: schema.node)
        var members: [JSONLiteral.Member]
        let isResource = root != schema.node || schema.node.parent == nil || schema[.identifier] != nil
        if isResource, mentionsReference(schema.node) {
            // The schema is part of a resource, which its references can depend on.
            members = [.init("$ref", .string(reference(to: schema.node)))]
        } else {
            guard case .object(let own) = literal(schema.node) else {
                return schema.booleanValue == false ? [.init("not", .object([]))] : []
            }
            members = own.filter { $0.name != "$id" && $0.name != "$defs" }
        }
        while let next = pending.popLast() {
            let name = names.name(of: next)
            guard case .object(let own) = literal(next) else {
                embedded.append(.init(name, literal(next)))
                continue
            }
            let id = JSONLiteral.Member("$id", .string(name))
            embedded.append(.init(name, .object([id] + own.filter { $0.name != "$id" })))
        }
        if !embedded.isEmpty { members.append(.init("$defs", .object(embedded))) }
        return members
    }

    // MARK: Resources

    /// The schema to which references with only a fragment refer: the nearest one with an `$id`, or a complete file.
    private func resourceRoot(of node: Node) -> Node {
        var current = node
        while current.kind != .mapping || current[.identifier] == nil {
            guard let parent = current.parent else {
                return current["openapi"] == nil ? current : node
            }
            current = parent
        }
        return current
    }

    private mutating func embed(_ resource: Node) -> String {
        if queued.insert(resource).inserted { pending.append(resource) }
        return names.name(of: resource)
    }

    private mutating func reference(to target: Node) -> String {
        let root = resourceRoot(of: target)
        let fragment = target.pointer.dropFirst(root.pointer.count)
        return embed(root) + (fragment.isEmpty ? "" : "#" + percentEncoded(fragment))
    }

    private func percentEncoded(_ text: Substring) -> String {
        text.utf8.reduce(into: "") { result, byte in
            if byte == UInt8(ascii: "%") || byte < 0x21 || byte > 0x7E {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }

    // MARK: Schemas

    private func mentionsReference(_ node: Node) -> Bool {
        node.entries.contains { $0.key == "$ref" || $0.key == "$dynamicRef" || mentionsReference($0.value) }
            || node.elements.contains { mentionsReference($0) }
    }

    /// A schema with rewritten references and without annotations.
    private mutating func literal(_ node: Node) -> JSONLiteral {
        guard node.kind == .mapping else { return node.literal }
        let schema = Schema(node: node, document: document)
        var members: [JSONLiteral.Member] = []
        for entry in node.entries {
            guard let operand = schema.operand(entry.value, of: entry.key) else { continue }
            switch entry.key {
            case "$ref":
                guard let target = document.target(of: node) else { continue }
                members.append(.init(entry.key, .string(reference(to: target))))
            case "$dynamicRef":
                let fragment = operand.text.split(separator: "#", omittingEmptySubsequences: false).last ?? ""
                members.append(.init(entry.key, .string(dynamicReference(node, String(fragment)))))
            case "$id": members.append(.init(entry.key, .string(names.name(of: node))))
            case "$anchor", "$dynamicAnchor": members.append(.init(entry.key, operand.literal))
            case "$defs", "definitions": members.append(.init(entry.key, .object(namedLiterals(operand))))
            case "pattern":
                patterns.append(operand)
                members.append(.init(entry.key, operand.literal))
            case "x-apus-message": members.append(.init(entry.key, operand.literal))
            case let key where Keywords.annotations.contains(key) || key.hasPrefix("x-"): continue
            case let key where Keywords.schemas.contains(key): members.append(.init(key, literal(operand)))
            case let key where Keywords.schemaLists.contains(key):
                members.append(.init(key, .array(literals(operand.elements))))
            case let key where Keywords.schemaMaps.contains(key):
                if key == "patternProperties" { patterns += operand.entries.map(\.keyNode) }
                members.append(.init(key, .object(namedLiterals(operand, areProperties: key == "properties"))))
            default: members.append(.init(entry.key, operand.literal))
            }
        }
        return .object(members)
    }

    private mutating func dynamicReference(_ node: Node, _ fragment: String) -> String {
        guard let target = document.target(of: node) else { return "#" + fragment }
        return fragment.hasPrefix("/") ? reference(to: target) : embed(resourceRoot(of: target)) + "#" + fragment
    }

    private mutating func literals(_ nodes: Elements) -> [JSONLiteral] {
        var result: [JSONLiteral] = []
        for node in nodes { result.append(literal(node)) }
        return result
    }

    private mutating func namedLiterals(_ node: Node, areProperties: Bool = false) -> [JSONLiteral.Member] {
        var result: [JSONLiteral.Member] = []
        for entry in node.entries {
            let literal = literal(entry.value)
            result.append(
                .init(
                    entry.key,
                    areProperties
                        ? literal.markingDirection(of: Schema(node: entry.value, document: document)) : literal))
        }
        return result
    }
}

/// The `$id`s of embedded resources: plain words from the places of the resources.
struct ResourceNames {
    private var names: [Node: String] = [:]
    private var used: Set<String> = []

    mutating func name(of resource: Node) -> String {
        if let name = names[resource] { return name }
        // Without segments, escapes and fragments, which have a meaning in a URI.
        let place = resource.file.path + (resource.parent == nil ? "" : resource.pointer)
        let word = place.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
        var name = word
        var number = 2
        while !used.insert(name).inserted {
            name = "\(word)-\(number)"
            number += 1
        }
        names[resource] = name
        return name
    }
}
