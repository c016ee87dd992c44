import ApusClient
import ApusModels
import HTTPTypes

/// Creates the response for an outcome, and checks that the API description lists it.
struct ReplyBuilder {
    let acceptance: Acceptance
    let configuration: ServerConfiguration

    /// - Parameter forms: All forms of the operation that the outcome is one of.
    func reply(_ form: ResponseForm, _ forms: [ResponseForm], _ outcome: ServerOutcome) throws -> ServerReply {
        let status = try status(of: form, forms, outcome)
        var head = HTTPResponse(status: .init(code: status))
        for (name, value) in outcome.headers { try add(name, value, form, to: &head.headerFields) }
        guard !form.contentTypes.isEmpty, let body = outcome.body else {
            if !form.contentTypes.isEmpty {
                throw ServerError.wrongBody(expected: "\(form.type.map { "\($0)" } ?? "")")
            }
            return ServerReply(head)
        }
        let wanted = acceptance.best(of: form.contentTypes) ?? form.contentTypes[0]
        let encoded = try form.encode(
            body,
            .init(
                contentType: wanted, validates: configuration.validatesResponses, heartbeat: configuration.heartbeat))
        guard HTTPField.isValidValue(encoded.contentType) else {
            throw ServerError.invalidHeaderField("Content-Type")
        }
        head.headerFields[.contentType] = encoded.contentType
        return ServerReply(head, body: encoded.0)
    }

    private func status(of form: ResponseForm, _ forms: [ResponseForm], _ outcome: ServerOutcome) throws -> Int {
        if let code = form.status.code { return code }
        guard let status = outcome.status, (200...599).contains(status),
            let specificity = form.status.specificity(for: status),
            // A more specific description of the status takes precedence.
            !forms.contains(where: { $0.status.specificity(for: status).map { $0 > specificity } ?? false })
        else {
            throw ServerError.undocumentedStatus(outcome.status ?? 0)
        }
        return status
    }

    private func add(
        _ name: String, _ value: some JSONCodable, _ form: ResponseForm, to fields: inout HTTPFields
    ) throws {
        let explode = form.explodedHeaders.contains(name)
        guard let text = try ParameterSerializer.headerText(name, value, explode: explode) else { return }
        guard let field = HTTPField.Name(name), HTTPField.isValidValue(text) else {
            throw ServerError.invalidHeaderField(name)
        }
        // The body determines these fields (OpenAPI, "Header Object").
        if field == .contentType { return }
        fields[field] = text
    }
}

extension ServerOperation {
    /// Returns the form of a failure that documents its status with a body of its type.
    func failure(_ failure: DocumentedFailure) -> (ResponseForm, ServerOutcome)? {
        let candidates = failures.enumerated().compactMap { index, form -> (index: Int, rank: Int)? in
            guard let rank = form.status.specificity(for: failure.status), form.accepts(failure.body) else {
                return nil
            }
            return (index, rank)
        }
        guard let best = candidates.max(by: { $0.rank < $1.rank }) else { return nil }
        let outcome = ServerOutcome(best.index, failure)
        return (failures[best.index], outcome)
    }
}

extension ResponseForm {
    fileprivate func accepts(_ body: (any Sendable)?) -> Bool {
        guard let type else { return body == nil }
        return body.map { Swift.type(of: $0) == type } ?? false
    }
}

extension ServerOutcome {
    fileprivate init(_ form: Int, _ failure: DocumentedFailure) {
        self.form = form
        body = failure.body
        status = failure.status
        headers = failure.headers
    }
}
