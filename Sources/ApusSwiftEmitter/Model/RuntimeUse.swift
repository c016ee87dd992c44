import ApusAPIModel

/// What code names of the runtime. Each includes those before it.
enum RuntimeUse: Int, Comparable {
    case none
    /// What `ApusModels` declares.
    case models
    /// Files, parts and webhooks too, which need HTTP.
    case client

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Catalog {
    /// What the declaration of a type names of the runtime. A model always names its protocol.
    func runtimeUse(of declaration: TypeDeclaration) -> RuntimeUse {
        let uses: [TypeUse] =
            switch declaration.shape {
            case .alias(let use): [use]
            case .enumeration: []
            case .union(let union): union.variants.map(\.type)
            case .object(let object): object.properties.map(\.type) + kept(object.additionalProperties)
            }
        return max(.models, runtimeUse(of: uses))
    }

    func runtimeUse(of uses: [TypeUse]) -> RuntimeUse {
        uses.map { runtimeUse(of: $0.type) }.max() ?? .none
    }

    /// What the text of a type names of the runtime.
    func runtimeUse(of type: Type) -> RuntimeUse {
        switch type {
        case .boolean, .integer, .string: .none
        case .number(let format): format == .decimal || format == .exact ? .models : .none
        case .array(let element), .map(let element): runtimeUse(of: element.type)
        case .base64, .dateTime, .date, .uuid, .url, .any, .null, .never, .tuple: .models
        case .file: .client
        // Declared in this module; whichever file that is in imports what it needs.
        case .named: .none
        }
    }

    private func kept(_ members: ObjectShape.AdditionalProperties) -> [TypeUse] {
        if case .kept(let use) = members { [use] } else { [] }
    }
}
