extension TypeUse {
    /// The declared types that a value of this type may hold, through arrays and maps too.
    public var mentions: [TypeID] {
        var result: [TypeID] = []
        appendMentions(to: &result)
        return result
    }

    /// The declared types whose values are stored inline in a value of this type. Arrays and maps store their values
    /// elsewhere.
    public var contained: [TypeID] {
        switch type {
        case .named(let id): [id]
        case .tuple(let uses): uses.flatMap(\.contained)
        default: []
        }
    }

    fileprivate func appendMentions(to result: inout [TypeID]) {
        constraints.appendMentions(to: &result)
        switch type {
        case .named(let id): result.append(id)
        case .array(let use), .map(let use): use.appendMentions(to: &result)
        case .tuple(let uses): for use in uses { use.appendMentions(to: &result) }
        default: break
        }
    }
}

extension Constraints {
    /// The types that subschemas refer to.
    public var mentions: [TypeID] {
        var result: [TypeID] = []
        appendMentions(to: &result)
        return result
    }

    fileprivate func appendMentions(to result: inout [TypeID]) {
        for assertion in assertions { assertion.operand.appendReferences(to: &result) }
    }
}

extension JSONLiteral {
    /// Appends the types that a schema refers to.
    fileprivate func appendReferences(to result: inout [TypeID]) {
        switch self {
        case .array(let elements):
            for element in elements { element.appendReferences(to: &result) }
        case .object(let members):
            for member in members { member.value.appendReferences(to: &result) }
        case .reference(let id): result.append(id)
        case .null, .bool, .number, .string: break
        }
    }
}

extension TypeDeclaration {
    /// The declared types that the members, variants and constraints name.
    public var mentions: [TypeID] {
        var result: [TypeID] = []
        self.constraints.appendMentions(to: &result)
        switch self.shape {
        case .alias(let use): use.appendMentions(to: &result)
        case .enumeration: break
        case .union(let union):
            for variant in union.variants { variant.type.appendMentions(to: &result) }
        case .object(let object):
            for property in object.properties { property.type.appendMentions(to: &result) }
            if case .kept(let use) = object.additionalProperties { use.appendMentions(to: &result) }
        }
        return result
    }
}

extension API {
    /// The declared types that the operations' parameters and requests name.
    public var mentionedByRequests: [TypeID] {
        var result: [TypeID] = []
        for operation in operations {
            for parameter in operation.parameters { parameter.type.appendMentions(to: &result) }
            for content in operation.requestBody?.contents ?? [] { content.appendMentions(to: &result) }
        }
        return result
    }

    /// The declared types that the responses of operations and the payloads of webhooks name.
    public var mentionedByResponses: [TypeID] {
        var result: [TypeID] = []
        for webhook in webhooks {
            for content in webhook.contents { content.appendMentions(to: &result) }
        }
        for response in operations.lazy.flatMap(\.responses) {
            for header in response.headers { header.type.appendMentions(to: &result) }
            for content in response.contents { content.appendMentions(to: &result) }
        }
        return result
    }
}

extension Content {
    fileprivate func appendMentions(to result: inout [TypeID]) {
        guard case .multipart(let use?, let encodings) = coding else {
            type?.appendMentions(to: &result)
            return
        }
        use.appendMentions(to: &result)
        for header in encodings.lazy.flatMap(\.headers) { header.type.appendMentions(to: &result) }
    }
}
