import ApusAPIModel

/// An operation of the client, with the Swift declarations of its methods.
struct SwiftOperation {
    let operation: Operation
    let names: OperationNames
    let parameters: [SwiftParameter]
    let contents: SwiftContents
    let responses: SwiftResponses
    /// The responses of the second method, which returns a stream. `nil` if the operation has only the plain method.
    let streamResponses: SwiftResponses?
    let pages: SwiftPages?
    /// The operation's own server: a URL, or a path below the client's server.
    let server: String?
    /// The alternative security requirements, without the schemes that the transport provides.
    let security: [[String]]
    /// The Swift names for the schemas and members that the documentation mentions.
    let mentions: MentionedNames
    /// The beginning of the comments on all methods.
    let introduction: DocComment

    /// - Parameter parameterNames: The names of the parameters, in their order.
    init(
        _ operation: Operation, names: OperationNames, parameterNames: [String], servers: SwiftServers,
        security: SwiftSecurity, _ types: SwiftTypes
    ) {
        self.operation = operation
        self.names = names
        parameters = zip(operation.parameters, parameterNames).map { SwiftParameter($0, name: $1, types) }
        contents = SwiftContents(operation, name: names.content, types)
        let hasBoth = operation.streamsBesideOthers
        responses = SwiftResponses(operation, names: names, streams: hasBoth ? false : nil, types)
        streamResponses = hasBoth ? SwiftResponses(operation, names: names, streams: true, types) : nil
        pages = SwiftPages(operation, parameters, contents, responses, types)
        server = servers.server(of: operation)
        self.security = security.alternatives(for: operation)
        mentions = MentionedNames(parameters, bodies: operation.jsonBodies, types)
        introduction = Self.introduction(of: operation, servers, types.names, mentions)
    }
}

extension Operation {
    /// The types of the bodies in JSON, of the request and of successes.
    fileprivate var jsonBodies: [TypeUse] {
        let contents = (requestBody?.contents ?? []) + responses.filter(\.status.isSuccess).flatMap(\.contents)
        return contents.compactMap { content in
            if case .json(let use) = content.coding { use } else { nil }
        }
    }

    /// Whether the request decides if a success is a stream or another body.
    fileprivate var streamsBesideOthers: Bool {
        let kinds = responses.filter(\.status.isSuccess).flatMap { $0.contents.map(\.isStream) }
        return kinds.contains(true) && kinds.contains(false)
    }
}
