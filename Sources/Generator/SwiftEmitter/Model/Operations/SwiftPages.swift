import ApusAPIModel

/// The method that pages through an operation's results.
struct SwiftPages {
    /// What the token for the next page is put into.
    enum Target {
        /// A property of the body, which has the type.
        case body(SwiftType, property: SwiftProperty)
        case parameter(SwiftParameter)
    }

    /// The type of a page.
    let page: SwiftType
    let item: SwiftType
    /// The property of a page that has the token for the next one.
    let next: SwiftProperty
    /// The property of a page that has its items.
    let items: SwiftProperty
    let target: Target

    /// `nil` for an operation whose results are not in pages, or whose pages lack what that takes.
    init?(
        _ operation: Operation, _ parameters: [SwiftParameter], _ contents: SwiftContents, _ responses: SwiftResponses,
        _ types: SwiftTypes
    ) {
        guard let pagination = operation.pagination, responses.successes.isEmpty, let page = responses.result,
            let response = Self.success(of: operation),
            let next = types.property(pagination.responseProperty, of: response),
            let items = types.property(pagination.itemsProperty, of: response),
            case .array(let item) = types.resolved(items.member.type.type)
        else { return nil }
        self.page = page
        self.item = types.swiftType(item)
        self.next = next
        self.items = items
        if let preferred = contents.preferred, case .json(let use) = preferred.content.coding,
            let property = types.property(pagination.requestProperty, of: use)
        {
            target = .body(preferred.type, property: property)
        } else if let token = parameters.first(where: { $0.parameter.name == pagination.requestProperty }) {
            target = .parameter(token)
        } else {
            return nil
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
}

extension SwiftTypes {
    /// The property of an object for a member that is not a constant.
    fileprivate func property(_ member: String, of use: TypeUse) -> SwiftProperty? {
        guard case .named(let id) = resolved(use.type) else { return nil }
        return properties[id]?.first { $0.member.name == member && $0.form != .constant }
    }
}
