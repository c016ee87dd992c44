import ApusAPIModel

/// The method that pages through an operation's results.
struct SwiftPages {
    /// The part of a request that changes from page to page.
    enum Target {
        /// A property of the body, which has the type.
        case body(SwiftType, property: SwiftProperty)
        case parameter(SwiftParameter)
        /// The URL of the whole request.
        case url
    }

    /// The type of a page.
    let page: SwiftType
    let item: SwiftType
    let target: Target
    /// The arguments of `Pages` after the start, with key paths.
    let arguments: [String]

    /// Returns `nil` if the operation is not paginated, or if a page lacks a member that pagination needs.
    init?(
        _ operation: Operation, _ parameters: [SwiftParameter], _ contents: SwiftContents, _ responses: SwiftResponses,
        _ types: SwiftTypes
    ) {
        guard let pagination = operation.pagination, responses.successes.isEmpty, let page = responses.result,
            let response = Self.success(of: operation),
            let items = types.path(pagination.items, from: response),
            case .array(let item) = types.resolved(items.use.type),
            let target = Self.target(named: pagination.request, parameters, contents, types)
        else { return nil }
        self.page = page
        self.item = types.swiftType(item)
        self.target = target
        let into = target.property
        func argument(_ label: String, _ names: [String]?) -> String? {
            names.flatMap { types.path($0, from: response) }.map { "\(label): \($0.text)" }
        }
        func fact(_ label: String, _ names: [String]?) -> String? {
            names.flatMap { types.path($0, from: response) }.map { "\(label): .at(\($0.text))" }
        }
        let itemsArgument = "items: \(items.text)"
        switch pagination.style {
        case .token(let next):
            guard let next = argument("next", next), let into else { return nil }
            arguments = [next, "into: \(into)", itemsArgument]
        case .cursor(let member, let more):
            guard let member = types.path(member, from: item), let into else { return nil }
            arguments = ["after: \(member.text)", "into: \(into)", itemsArgument] + [fact("more", more)].compacted
        case .offset(let limit, let total):
            guard let into else { return nil }
            let limit = limit.flatMap { Self.target(named: $0, parameters, contents, types) }?.value
            arguments =
                ["offset: \(into)"] + [limit.map { "limit: \($0)" }].compacted + [itemsArgument]
                + [fact("total", total)].compacted
        case .page(let first, let total):
            guard let into else { return nil }
            arguments =
                ["page: \(into)"] + (first == 1 ? [] : ["first: \(first)"]) + [itemsArgument]
                + [fact("total", total)].compacted
        case .link: arguments = [itemsArgument]
        case .url(let next):
            guard let next = argument("next", next) else { return nil }
            arguments = [next, itemsArgument]
        }
    }

    private static func success(of operation: Operation) -> TypeUse? {
        for response in operation.responses where response.status.isSuccess {
            for content in response.contents {
                if case .json(let use) = content.coding { return use }
            }
        }
        return nil
    }

    private static func target(
        named name: String?, _ parameters: [SwiftParameter], _ contents: SwiftContents, _ types: SwiftTypes
    ) -> Target? {
        guard let name else { return .url }
        if let preferred = contents.preferred, case .json(let use) = preferred.content.coding,
            let property = types.property(name, of: use)
        {
            return .body(preferred.type, property: property)
        }
        return parameters.first { $0.parameter.name == name }.map { .parameter($0) }
    }
}

extension SwiftPages.Target {
    /// The key path of the part that changes.
    fileprivate var property: String? {
        switch self {
        case .body(_, let property): "\\.\(Identifier.escaped(property.name))"
        case .parameter: "\\.self"
        case .url: nil
        }
    }

    /// The expression of the value that the caller gave.
    fileprivate var value: String? {
        switch self {
        case .body(_, let property):
            "body.\(Identifier.escaped(property.name))" + (property.form == .presence ? ".value" : "")
        case .parameter(let parameter): Identifier.escaped(parameter.name)
        case .url: nil
        }
    }
}

extension Array where Element == String? {
    fileprivate var compacted: [String] { compactMap(\.self) }
}

extension SwiftTypes {
    /// The property of an object for a member that is not a constant.
    fileprivate func property(_ member: String, of use: TypeUse) -> SwiftProperty? {
        guard case .named(let id) = resolved(use.type) else { return nil }
        return properties[id]?.first { $0.member.name == member && $0.form != .constant }
    }

    /// Returns the key path for the names of members, and the type at its end, or `nil` if there is no such path.
    fileprivate func path(_ members: [String], from use: TypeUse) -> (text: String, use: TypeUse)? {
        var text = ""
        var use = use
        var isOptional = false
        for (index, member) in members.enumerated() {
            guard let property = property(member, of: use) else { return nil }
            if isOptional { text += "?" }
            text += "." + Identifier.escaped(property.name)
            use = property.member.type
            // The last member may be a `Presence`, unless an optional contains it.
            let isPresence = property.form == .presence
            if isPresence, isOptional || index < members.count - 1 { text += ".value" }
            isOptional = property.form != .required && property.form != .filledIn || property.isNullable
        }
        return ("\\" + (text.isEmpty ? ".self" : text), use)
    }
}
