import ApusAPIModel

/// Finds values of types: examples of the description, or else the simplest values that the schemas allow.
struct Samples {
    let types: SwiftTypes
    /// The maximum depth of nested types.
    private static let maximumDepth = 24

    private var examples: [Origin: [Example]] { types.api.examples }

    /// Returns a value, or `nil` if none is known.
    func value(of use: TypeUse, depth: Int = 0) -> JSONLiteral? {
        if let example = examples[use.origin]?.first { return normalized(example.value, use) }
        if depth > Self.maximumDepth { return nil }
        switch use.type {
        case .boolean: return .bool(true)
        case .integer, .number: return number(use.constraints)
        case .string(let format): return string(format, use.constraints)
        case .base64: return .string("YXB1cw==")
        case .dateTime: return .string("2026-01-05T10:00:00Z")
        case .date: return .string("2026-01-05")
        case .uuid: return .string("0d4e3799-3861-4759-875f-9ae14c167b0a")
        case .url: return .string("https://example.com/")
        case .array(let element): return array(of: element, use.constraints, depth)
        case .map: return use.constraints.operand("minProperties") == nil ? .object([]) : nil
        case .tuple(let elements):
            let values = elements.compactMap { value(of: $0, depth: depth + 1) }
            return values.count == elements.count ? .array(values) : nil
        case .named(let id): return types.declarations[id].flatMap { value(of: $0, depth: depth + 1) }
        case .any: return .object([])
        case .null: return .null
        case .file, .never: return nil
        }
    }

    /// Returns a text that a body may be, or `nil` if none is known.
    func text(of use: TypeUse) -> String? {
        if let values = use.constraints.operand("enum"), case .array(let list) = values { return list.first?.plainText }
        if let value = use.constraints.operand("const") { return value.plainText }
        let isAsserted = use.constraints.assertions.contains { !Self.textKeywords.contains($0.keyword) }
        return isAsserted || use.type == .any ? nil : value(of: use)?.plainText
    }

    /// The keywords that samples of strings and numbers satisfy.
    private static let textKeywords: Set = [
        "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
        "multipleOf", "format",
    ]

    private func value(of declaration: TypeDeclaration, depth: Int) -> JSONLiteral? {
        if let example = examples[declaration.origin]?.first { return normalized(example.value, declaration.use) }
        switch declaration.shape {
        case .object(let object):
            if declaration.constraints.operand("minProperties") != nil { return nil }
            var members: [JSONLiteral.Member] = []
            for property in object.properties where property.isRequired {
                guard let value = value(of: property, depth: depth) else { return nil }
                members.append(.init(property.name, value))
            }
            return .object(members)
        case .enumeration(let enumeration): return enumeration.cases.first?.value
        case .union(let union): return value(of: union, depth: depth)
        case .alias(var target):
            target.constraints.assertions += declaration.constraints.assertions
            return value(of: target, depth: depth)
        }
    }

    /// Returns a value of a member: its constant, an example, its default, or one of its type.
    func value(of property: Property, depth: Int = 0) -> JSONLiteral? {
        property.constant ?? examples[property.origin]?.first.map { normalized($0.value, property.type) }
            ?? property.defaultValue ?? value(of: property.type, depth: depth + 1)
    }

    /// Returns a value of the first variant that has one, with the tag of that variant.
    private func value(of union: UnionShape, depth: Int) -> JSONLiteral? {
        for (index, variant) in union.variants.enumerated() {
            guard var value = value(of: variant.type, depth: depth + 1) else { continue }
            if case .property(let name, let branches, _, _) = union.discrimination,
                case .object(var members) = value
            {
                let tag = branches.first { if case .variant(index) = $0.plan { true } else { false } }?.key
                guard let tag else { continue }
                members.removeAll { $0.name == name }
                value = .object([.init(name, tag)] + members)
            }
            return value
        }
        return nil
    }

    private func array(of element: TypeUse, _ constraints: Constraints, _ depth: Int) -> JSONLiteral? {
        let least = constraints.number("minItems") ?? 0
        guard constraints.number("maxItems") != 0, let value = value(of: element, depth: depth + 1) else {
            return least == 0 ? .array([]) : nil
        }
        if least > 1, constraints.operand("uniqueItems") != nil || least > 100 { return nil }
        return .array(Array(repeating: value, count: max(1, Int(least))))
    }

    private func string(_ format: String?, _ constraints: Constraints) -> JSONLiteral? {
        if constraints.operand("pattern") != nil { return nil }
        let text =
            switch format {
            case "email", "idn-email": "user@example.com"
            case "hostname", "idn-hostname": "example.com"
            case "ipv4": "192.0.2.1"
            case "ipv6": "2001:db8::1"
            case "time": "10:00:00Z"
            case "duration": "PT1H"
            default: "text"
            }
        let (least, most) = (constraints.number("minLength") ?? 0, constraints.number("maxLength") ?? .infinity)
        if least > 1000 || (format != nil && most < Double(text.count)) { return nil }
        let padded = text + String(repeating: "t", count: max(0, Int(least) - text.count))
        return .string(String(padded.prefix(Int(min(most, 2000)))))
    }

    private func number(_ constraints: Constraints) -> JSONLiteral? {
        if constraints.operand("multipleOf") != nil { return nil }
        let least = constraints.number("minimum") ?? constraints.number("exclusiveMinimum").map { $0 + 1 }
        let most = constraints.number("maximum") ?? constraints.number("exclusiveMaximum").map { $0 - 1 }
        let value = min(max(least?.rounded(.up) ?? 1, 1), most?.rounded(.down) ?? .infinity)
        guard value.magnitude < 1e15, value >= least ?? -.infinity else { return nil }
        return .number(String(Int(value)))
    }
}

extension Samples {
    /// Returns a value in the form in which generated code encodes it: without members that it skips, and UUIDs in
    /// lower case.
    func normalized(_ value: JSONLiteral, _ use: TypeUse, depth: Int = 0) -> JSONLiteral {
        if depth > Self.maximumDepth { return value }
        switch (use.type, value) {
        case (.uuid, .string(let text)): return .string(text.lowercased())
        case (.array(let element), .array(let values)):
            return .array(values.map { normalized($0, element, depth: depth + 1) })
        case (.tuple(let elements), .array(let values)) where elements.count == values.count:
            return .array(zip(values, elements).map { normalized($0, $1, depth: depth + 1) })
        case (.map(let element), .object(let members)):
            return .object(members.map { .init($0.name, normalized($0.value, element, depth: depth + 1)) })
        case (.named(let id), _):
            guard let declaration = types.declarations[id], !declaration.isExternal else { return value }
            return normalized(value, declaration, depth: depth + 1)
        default: return value
        }
    }

    private func normalized(_ value: JSONLiteral, _ declaration: TypeDeclaration, depth: Int) -> JSONLiteral {
        switch (declaration.shape, value) {
        case (.alias(let target), _): return normalized(value, target, depth: depth)
        case (.object(let object), .object(let members)):
            let properties = Dictionary(object.properties.map { ($0.name, $0.type) }) { first, _ in first }
            return .object(
                members.compactMap { member in
                    if let use = properties[member.name] {
                        return .init(member.name, normalized(member.value, use, depth: depth + 1))
                    }
                    return object.additionalProperties == .ignored ? nil : member
                })
        case (.union(let union), .object(let members)):
            let objects = union.variants.compactMap { object(of: $0.type) }
            guard objects.count == union.variants.count,
                objects.allSatisfy({ $0.additionalProperties == .ignored })
            else { return value }
            let names = Set(objects.flatMap { $0.properties.map(\.name) })
            return .object(members.filter { names.contains($0.name) })
        default: return value
        }
    }

    private func object(of use: TypeUse) -> ObjectShape? {
        guard case .named(let id) = types.resolvedUse(use).type,
            case .object(let object)? = types.declarations[id]?.shape
        else { return nil }
        return object
    }
}

extension TypeDeclaration {
    /// A use of the declared type.
    var use: TypeUse { TypeUse(.named(self.id), origin: self.origin) }
}

extension Constraints {
    fileprivate func operand(_ keyword: String) -> JSONLiteral? { assertions.first { $0.keyword == keyword }?.operand }

    fileprivate func number(_ keyword: String) -> Double? {
        if case .number(let digits)? = operand(keyword) { return Double(digits) }
        return nil
    }
}

extension JSONLiteral {
    /// A scalar as a text, without quotation marks.
    var plainText: String? {
        switch self {
        case .string(let text): text
        case .number, .bool: json
        case .null, .array, .object, .reference: nil
        }
    }
}
