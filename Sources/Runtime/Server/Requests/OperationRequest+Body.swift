import ApusClient
import HTTPTypes

extension OperationRequest {
    /// Reads a body that must be there, in one of several media types.
    public func body<Body: Sendable>(_ contents: RequestContent<Body>...) -> RequestValue<Body> { body(of: contents) }

    func body<Body: Sendable>(of contents: [RequestContent<Body>]) -> RequestValue<Body> {
        let result = RequestValue<Body>()
        setBody { request, body in
            guard let body = try await request.present(body) else { return request.addMissingBody() }
            try await request.read(body, contents, isRequired: true) { result.set($0) }
        }
        return result
    }

    /// Reads a body that may be left out. Then the value is `absent`.
    public func body<Body: Sendable>(absent: Body, _ contents: RequestContent<Body>...) -> RequestValue<Body> {
        body(absent: absent, of: contents)
    }

    func body<Body: Sendable>(absent: Body, of contents: [RequestContent<Body>]) -> RequestValue<Body> {
        let result = RequestValue<Body>(absent)
        setBody { request, body in
            guard let body = try await request.present(body) else { return }
            try await request.read(body, contents, isRequired: false) { result.set($0) }
        }
        return result
    }

    private func addMissingBody() { addUnreadable("must be present", .body) }

    /// Returns the body unless it is known to be empty.
    private func present(_ body: HTTPBody?) async throws -> HTTPBody? {
        guard let body else { return nil }
        if case .known(0) = body.length { return nil }
        return body
    }

    private func read<Body: Sendable>(
        _ body: HTTPBody, _ contents: [RequestContent<Body>], isRequired: Bool, _ set: (Body) -> Void
    ) async throws {
        let contentType = request.headers.value(of: .contentType)
        // A body without a content type and without a length may turn out to be empty.
        if contentType == nil, body.length == .unknown {
            let received = ReceivedBody(stream: body, contentType: "", configuration: configuration)
            if try await received.bytes().isEmpty { return isRequired ? addMissingBody() : () }
        }
        guard let contentType, let content = match(contentType, contents) else {
            throw unsupported(contentType, contents.flatMap(\.contentTypes))
        }
        if let coding = request.headers.value(of: .contentEncoding), coding.lowercased() != "identity" {
            var refusal = ServerRefusal(.unsupportedMediaType, "the content coding `\(coding)` is not supported")
            refusal.headers[.acceptEncoding] = "identity"
            throw refusal
        }
        let received = ReceivedBody(stream: body, contentType: contentType, configuration: configuration)
        let reading = try await content.read(received)
        add(reading.violations, .body)
        if let error = reading.error { add(error, .body) }
        if let message = reading.unreadable { addUnreadable(message, .body) }
        if reading.isEmpty, isRequired { addMissingBody() }
        if let body = reading.body { set(body) }
    }

    /// Returns the content that matches a media type best: the same type with its parameters, the same type, a range.
    private func match<Body>(_ contentType: String, _ contents: [RequestContent<Body>]) -> RequestContent<Body>? {
        // Most operations have one media type, and most clients spell it as the API description does.
        if contents.count == 1, contents[0].contentTypes == [contentType] { return contents[0] }
        guard let type = MediaType(contentType) else { return nil }
        var best: (content: RequestContent<Body>, rank: Int)?
        for content in contents {
            for described in content.contentTypes.compactMap({ MediaType($0) }) {
                let rank: Int
                if described.hasSameEssence(as: type) {
                    let matches = described.parameters.allSatisfy { type.parameters[$0.key] == $0.value }
                    rank = matches ? 3 + described.parameters.count : 2
                } else if described.isRange, described.includes(type) {
                    rank = described.type == "*" ? 0 : 1
                } else {
                    continue
                }
                if best.map({ $0.rank < rank }) ?? true { best = (content, rank) }
            }
        }
        return best?.content
    }

    private func unsupported(_ contentType: String?, _ described: [String]) -> ServerRefusal {
        let list = described.map { "`\($0)`" }.joined(separator: " or ")
        var refusal = ServerRefusal(
            .unsupportedMediaType,
            contentType == nil ? "the body must have the content type \(list)" : "the content type must be \(list)")
        let accept = described.joined(separator: ", ")
        if HTTPField.isValidValue(accept) { refusal.headers[.accept] = accept }
        return refusal
    }
}
