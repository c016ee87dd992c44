import ApusAPIModel
import ApusFormat

/// The Encoding Objects of a body as arguments of `request.body`.
struct PropertyEncodings {
    /// `style: .deepObject`, `encoding: #"…"#`, or nothing.
    let arguments: [String]

    init(_ encodings: [PropertyEncoding], of use: TypeUse, _ types: SwiftTypes) {
        // A scalar is spelled the same in any style.
        let compound = Self.compoundProperties(of: use, types)
        var rest = encodings.filter { encoding in
            encoding.contentType != nil || encoding.allowReserved == true
                || compound?.contains(encoding.property) != false
        }
        var arguments: [String] = []
        if let style = rest.first?.style, let compound,
            compound.allSatisfy({ name in
                rest.contains { $0.property == name && $0.isOnly(style) }
            })
        {
            arguments.append("style: .\(style.rawValue)")
            rest.removeAll { $0.isOnly(style) }
        }
        if !rest.isEmpty {
            let members = rest.map { JSONLiteral.Member($0.property, $0.literal) }
            arguments.append("encoding: \(SwiftText.literal(JSONLiteral.object(members).json))")
        }
        self.arguments = arguments
    }

    /// The properties whose values may be arrays or objects, or `nil` if they cannot be listed.
    private static func compoundProperties(of use: TypeUse, _ types: SwiftTypes) -> Set<String>? {
        guard case .named(let id) = types.resolved(use.type), case .object(let object) = types.declarations[id]?.shape
        else { return nil }
        if case .kept = object.additionalProperties { return nil }
        return Set(object.properties.filter { types.isCompound($0.type) }.map(\.name))
    }
}

extension SwiftTypes {
    /// Whether values may be arrays or objects.
    func isCompound(_ use: TypeUse) -> Bool {
        switch resolved(use.type) {
        case .boolean, .integer, .number, .string, .base64, .file, .dateTime, .date, .uuid, .url, .null, .never:
            return false
        case .array, .map, .tuple, .any: return true
        case .named(let id):
            if case .enumeration = declarations[id]?.shape { return false }
            return true
        }
    }
}

extension PropertyEncoding {
    /// Whether only a style is given, with the style's default for `explode`.
    fileprivate func isOnly(_ style: Parameter.Style) -> Bool {
        self.style == style && contentType == nil && allowReserved != true
            && explode ?? style.explodes == style.explodes
    }

    /// The Encoding Object as the JSON that the runtime reads.
    var literal: JSONLiteral {
        var members: [JSONLiteral.Member] = []
        if let contentType { members.append(.init(EncodingKey.contentType.rawValue, .string(contentType))) }
        if let style { members.append(.init(EncodingKey.style.rawValue, .string(style.rawValue))) }
        if let explode { members.append(.init(EncodingKey.explode.rawValue, .bool(explode))) }
        if let allowReserved { members.append(.init(EncodingKey.allowReserved.rawValue, .bool(allowReserved))) }
        return .object(members)
    }
}

extension Parameter.Style {
    /// The default of `explode`. `deepObject` is always exploded.
    fileprivate var explodes: Bool { self == .form || self == .deepObject }
}
