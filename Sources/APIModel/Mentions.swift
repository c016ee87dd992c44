extension TypeUse {
    /// The declared types that a value of this type may hold, through arrays and maps too.
    public var mentions: [TypeID] {
        var result = constraints.mentions
        switch type {
        case .named(let id): result.append(id)
        case .array(let use), .map(let use): result += use.mentions
        case .tuple(let uses): result += uses.flatMap(\.mentions)
        default: break
        }
        return result
    }
}

extension Constraints {
    /// The types that subschemas refer to.
    public var mentions: [TypeID] { assertions.flatMap { $0.operand.references } }
}

extension JSONLiteral {
    /// The types named by `$ref` in a schema.
    fileprivate var references: [TypeID] {
        switch self {
        case .array(let elements): elements.flatMap(\.references)
        case .object(let members):
            members.flatMap { member -> [TypeID] in
                if member.name == "$ref", case .string(let text) = member.value, text.hasPrefix("#/") {
                    return [TypeID(String(text.dropFirst(2)))]
                }
                return member.value.references
            }
        case .null, .bool, .number, .string: []
        }
    }
}

extension TypeDeclaration {
    /// The declared types that the members, variants and constraints name.
    public var mentions: [TypeID] {
        constraints.mentions
            + {
                switch shape {
                case .alias(let use): use.mentions
                case .enumeration: []
                case .union(let union): union.variants.flatMap(\.type.mentions)
                case .object(let object):
                    object.properties.flatMap(\.type.mentions)
                        + { if case .kept(let use) = object.additionalProperties { use.mentions } else { [] } }()
                }
            }()
    }
}

extension API {
    /// The declared types that the operations' parameters and requests name.
    public var mentionedByRequests: [TypeID] {
        operations.flatMap { operation in
            operation.parameters.flatMap(\.type.mentions) + (operation.requestBody?.contents.flatMap(\.mentions) ?? [])
        }
    }

    /// The declared types that the operations' responses, and what webhooks send, name.
    public var mentionedByResponses: [TypeID] {
        webhooks.flatMap { $0.contents.flatMap(\.mentions) }
            + operations.flatMap(\.responses).flatMap { response in
                response.headers.flatMap(\.type.mentions) + response.contents.flatMap(\.mentions)
            }
    }
}

extension Content {
    fileprivate var mentions: [TypeID] {
        guard case .multipart(let use?, let encodings) = coding else { return type?.mentions ?? [] }
        return use.mentions + encodings.flatMap(\.headers).flatMap(\.type.mentions)
    }
}
