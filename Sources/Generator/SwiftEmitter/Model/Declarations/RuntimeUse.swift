import ApusAPIModel

/// The part of the runtime that code needs. Each case includes those before it.
enum RuntimeUse: Int, Comparable {
    case none
    /// The declarations of `ApusModels`.
    case models
    /// The declarations of `ApusClient`. Files, parts and webhooks are among them, because they need HTTP.
    case client
    /// `ApusServer`, which exports the others.
    case server

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension RuntimeUse {
    /// The part that the declaration of a type needs. A model always names its protocol.
    init(_ declaration: TypeDeclaration) {
        let uses: [TypeUse] =
            switch declaration.shape {
            case .alias(let use): [use]
            case .enumeration: []
            case .union(let union): union.variants.map(\.type)
            case .object(let object): object.properties.map(\.type) + object.additionalProperties.uses
            }
        self = max(.models, RuntimeUse(uses))
    }

    init(_ uses: [TypeUse]) { self = uses.map { RuntimeUse($0.type) }.max() ?? .none }

    /// The part that the spelling of a type needs.
    init(_ type: Type) {
        switch type {
        case .boolean, .integer, .string: self = .none
        case .number(let format): self = format == .decimal || format == .exact ? .models : .none
        case .array(let element), .map(let element): self = RuntimeUse(element.type)
        case .base64, .dateTime, .date, .uuid, .url, .any, .null, .never, .tuple: self = .models
        case .file: self = .client
        // The file that declares the type imports what it needs.
        case .named: self = .none
        }
    }
}

extension ObjectShape.AdditionalProperties {
    fileprivate var uses: [TypeUse] { if case .kept(let use) = self { [use] } else { [] } }
}
