import ApusAPIModel

extension Catalog {
    /// The enum of the parts of a body that is received; nil if they have no types.
    func partsName(of content: Content) -> String? { ReceivedParts(content).flatMap { names.parts[$0] } }

    /// What the parts are that a property is received in: what its type is, or for an array what its elements are.
    func partForm(of use: TypeUse) -> (kind: SwiftPart.Kind, use: TypeUse, isRepeated: Bool) {
        switch resolved(use.type) {
        case .array(let element): return (partKind(of: element, depth: 0), element, true)
        case .named(let id):
            guard case .union(let union) = declarations[id]?.shape, partKind(of: use, depth: 0) == .file else { break }
            let hasArray = union.variants.contains { isArray($0.type) }
            return (.file, use, hasArray)
        default: break
        }
        return (partKind(of: use, depth: 0), use, false)
    }

    func isArray(_ use: TypeUse) -> Bool {
        if case .array = resolved(use.type) { true } else { false }
    }

    /// What may be a file is one, and what may be a string is a text: a part says itself if it is JSON.
    private func partKind(of use: TypeUse, depth: Int) -> SwiftPart.Kind {
        switch resolved(use.type) {
        case .file: return .file
        case .string, .base64, .dateTime, .date, .uuid, .url, .any: return .text
        case .boolean, .integer, .number, .map, .tuple, .null, .never: return .json
        case .array(let element):
            // Within a union; elsewhere an array in a part is JSON.
            return depth > 0 && partKind(of: element, depth: depth) == .file ? .file : .json
        case .named(let id):
            switch declarations[id]?.shape {
            case .enumeration(let enumeration): return enumeration.rawType == .string ? .text : .json
            case .union(let union) where depth < 8:
                let kinds = Set(union.variants.map { partKind(of: $0.type, depth: depth + 1) })
                return kinds.contains(.file) ? .file : kinds.contains(.text) ? .text : .json
            case .alias(let target) where depth < 8: return partKind(of: target, depth: depth + 1)
            default: return .json
            }
        }
    }

    /// How many elements an array may have, as far as that is said and can be a count.
    func counts(of use: TypeUse) -> (minimum: String?, maximum: String?) {
        func count(_ keyword: String) -> Int? {
            for assertion in resolvedUse(use).constraints.assertions where assertion.keyword == keyword {
                if case .number(let text) = assertion.operand { return Int(text) }
            }
            return nil
        }
        guard options.parts.contains(.validation) else { return (nil, nil) }
        let minimum = count("minItems").flatMap { $0 > 0 ? $0 : nil }
        let maximum = count("maxItems").flatMap { $0 >= minimum ?? 0 ? $0 : nil }
        return (minimum.map(String.init), maximum.map(String.init))
    }
}
