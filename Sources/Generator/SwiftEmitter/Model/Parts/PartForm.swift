import ApusAPIModel

/// The form of a property's parts. It depends on the property's type, or on the element type of an array.
struct PartForm {
    let kind: SwiftPart.Kind
    /// The type of one part.
    let use: TypeUse
    /// Whether there may be several parts.
    let isRepeated: Bool

    init(of use: TypeUse, _ types: SwiftTypes) {
        if case .array(let element) = types.resolved(use.type) {
            kind = SwiftPart.Kind(of: element, types)
            self.use = element
            isRepeated = true
            return
        }
        kind = SwiftPart.Kind(of: use, types)
        self.use = use
        if kind == .file, case .named(let id) = types.resolved(use.type), let variants = types.variants[id] {
            isRepeated = variants.contains { if case .array = types.resolved($0.use.type) { true } else { false } }
        } else {
            isRepeated = false
        }
    }
}

extension SwiftPart.Kind {
    /// A part that may be a file is a file, and one that may be a string is text. The content type of a part says
    /// whether it is JSON.
    fileprivate init(of use: TypeUse, depth: Int = 0, _ types: SwiftTypes) {
        switch types.resolved(use.type) {
        case .file: self = .file
        case .string, .base64, .dateTime, .date, .uuid, .url, .any: self = .text
        case .boolean, .integer, .number, .map, .tuple, .null, .never: self = .json
        case .array(let element):
            // This is for a union. Elsewhere, an array in a part is JSON.
            self = depth > 0 && Self(of: element, depth: depth, types) == .file ? .file : .json
        case .named(let id):
            switch types.declarations[id]?.shape {
            case .enumeration(let enumeration): self = enumeration.rawType == .string ? .text : .json
            case .union(let union) where depth < Bounds.partLevels:
                let kinds = Set(union.variants.map { Self(of: $0.type, depth: depth + 1, types) })
                self = kinds.contains(.file) ? .file : kinds.contains(.text) ? .text : .json
            case .alias(let target) where depth < Bounds.partLevels: self = Self(of: target, depth: depth + 1, types)
            default: self = .json
            }
        }
    }
}
