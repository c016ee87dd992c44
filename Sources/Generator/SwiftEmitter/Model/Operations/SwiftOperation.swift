import ApusAPIModel

/// An operation of the client, with all that is decided about its methods.
struct SwiftOperation {
    let operation: Operation
    let names: OperationNames
    let parameters: [SwiftParameter]
    let contents: SwiftContents
    let responses: SwiftResponses
    /// The responses of the method that returns a stream. `nil` if the plain method does, or there is none.
    let streamResponses: SwiftResponses?
    let pages: SwiftPages?
    /// The operation's own server: a URL, or a path below the client's server.
    let server: String?
    /// Alternatives of security schemes, without those that the transport provides.
    let security: [[String]]
    /// The Swift names of what the description mentions.
    let mentions: MentionedNames
    /// What the comments on all methods begin with.
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

    /// Whether a success is a stream of elements or another body, as the request asks for.
    fileprivate var streamsBesideOthers: Bool {
        let kinds = responses.filter(\.status.isSuccess).flatMap { $0.contents.map(\.isStream) }
        return kinds.contains(true) && kinds.contains(false)
    }
}
