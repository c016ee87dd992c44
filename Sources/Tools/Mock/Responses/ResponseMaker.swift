import ApusClient
import ApusModels
import ApusServer
import HTTPTypes

/// Makes the responses of an operation.
struct ResponseMaker {
    let operation: MockOperation
    let schemas: SchemaSet
    let preference: Preference

    /// A response before it is written.
    struct Draft {
        var code: Int
        var response: MockResponse
        var content: MockContent?
        var value: JSONValue?
        /// What the log says about the response.
        var notes: [String] = []
    }

    // MARK: Choosing

    /// Returns a response without a body: the one with a status, or the first success.
    func draft(_ wanted: Int?) throws -> Draft {
        let responses = operation.responses
        if let code = wanted {
            guard let response = operation.response(to: code) else {
                let known = responses.map { "`\($0.status)`" }.joined(separator: ", ")
                throw ServerRefusal(
                    .unreadable, "the operation has no response with the status `\(code)`, but \(known)")
            }
            return Draft(code: code, response: response)
        }
        let successes = responses.filter(\.isSuccess).sorted { $0.code < $1.code }
        if let success = successes.first { return Draft(code: success.code, response: success) }
        if let other = responses.first(where: { $0.status == "default" }) { return Draft(code: 200, response: other) }
        // A status below 200 does not end a response.
        if let other = responses.filter({ $0.code >= 200 }).min(by: { $0.code < $1.code }) {
            return Draft(code: other.code, response: other)
        }
        return Draft(code: 204, response: MockResponse(status: "204", contents: [], headers: []))
    }

    /// Adds the content that the client wants most, with a value.
    ///
    /// - Parameter accept: The header field `Accept` of the request.
    func fill(_ draft: inout Draft, accept: String?) throws {
        guard draft.code != 204, draft.code != 304, !draft.response.contents.isEmpty else { return }
        // JSON says more than other media types.
        let contents =
            draft.response.contents.filter { $0.coding == .json }
            + draft.response.contents.filter { $0.coding != .json }
        let best = Acceptance(accept).best(of: contents.map(\.mediaType))
        guard let content = contents.first(where: { $0.mediaType == best }) ?? (draft.code < 400 ? nil : contents[0])
        else {
            let types = contents.map { "`\($0.mediaType)`" }.joined(separator: " or ")
            throw ServerRefusal(.notAcceptable, "responses have the media type \(types)")
        }
        draft.content = content
        try addValue(of: content, to: &draft)
    }

    private func addValue(of content: MockContent, to draft: inout Draft) throws {
        if let name = preference.example {
            guard let example = content.examples.first(where: { $0.name == name }) else {
                let names = content.examples.map { "`\($0.name)`" }.joined(separator: ", ")
                throw ServerRefusal(
                    .unreadable,
                    "the response has no example `\(name)`" + (names.isEmpty ? "" : ", but \(names)"))
            }
            draft.value = example.value
            let violations = content.schema.map { schemas.violations(of: example.value, by: $0) } ?? []
            draft.notes += Self.notes(violations, "the example breaks the description's rules")
            return
        }
        if !preference.isDynamic {
            for example in content.examples {
                let violations = content.schema.map { schemas.violations(of: example.value, by: $0) } ?? []
                if violations.isEmpty {
                    draft.value = example.value
                    return
                }
                draft.notes += Self.notes(violations, "an example breaks the description's rules and is left out")
            }
        }
        guard let schema = content.schema else { return }
        let purpose = "\(operation.method) \(operation.path) \(draft.code) \(content.mediaType)"
        guard let made = schemas.make(schema, for: purpose, isDynamic: preference.isDynamic) else {
            draft.notes.append("no value of the response's schema was found")
            return
        }
        draft.value = made.value
        draft.notes += Self.notes(made.violations, "no valid value of the response's schema was found")
    }

    static func notes(_ violations: [Violation], _ title: String) -> [String] {
        violations.isEmpty ? [] : [title + ": " + violations.prefix(3).map(\.description).joined(separator: "; ")]
    }

    // MARK: Writing

    func reply(_ draft: Draft) -> ServerReply {
        var head = HTTPResponse(status: .init(code: draft.code))
        var body: HTTPBody?
        for header in draft.response.headers { head.headerFields.add(header, made: headerText(header, draft.code)) }
        if let content = draft.content {
            head.headerFields[.contentType] = contentType(of: content)
            body = HTTPBody(bytes(of: draft.value, content))
        }
        return ServerReply(head, body: body, cause: draft.notes.isEmpty ? nil : MockNotes(texts: draft.notes))
    }

    /// Returns the text of a header field that is required or has an example.
    private func headerText(_ header: MockResponse.Header, _ code: Int) -> String? {
        let merged = schemas.definitions[header.schema].flatMap { schemas.merged($0) }
        guard header.isRequired || merged?.examples.isEmpty == false || merged?["default"] != nil else { return nil }
        let made = schemas.make(header.schema, for: "\(operation.id) \(code) \(header.name)")
        return switch made?.value {
        case .string(let text)?: text
        case .array(let elements)?: elements.map(\.plainText).joined(separator: ",")
        case let value?: value.plainText
        case nil: nil
        }
    }

    private func contentType(of content: MockContent) -> String {
        guard let type = MediaType(content.mediaType), type.isRange else { return content.mediaType }
        return content.coding == .text
            ? "text/plain" : content.coding == .json ? "application/json" : "application/octet-stream"
    }

    private func bytes(of value: JSONValue?, _ content: MockContent) -> [UInt8] {
        guard let value else { return [] }
        let json = (try? JSON.encode(value)) ?? []
        switch content.coding {
        case .json: return json
        case .events: return Array("data: ".utf8) + (value.string.map { Array($0.utf8) } ?? json) + Array("\n\n".utf8)
        case .lines:
            let start: [UInt8] = MediaType(content.mediaType)?.jsonFraming == .textSequence ? [0x1E] : []
            return start + json + [0x0A]
        case .form:
            let pairs = value.object?.map { member in
                "\(PercentEncoding.encode(member.name, allowing: .unreserved))="
                    + PercentEncoding.encode(member.value.plainText, allowing: .unreserved)
            }
            return Array((pairs ?? []).joined(separator: "&").utf8)
        case .text, .bytes: return Array(value.plainText.utf8)
        }
    }
}

/// What the log says about a response. It is not an error, and is never sent.
struct MockNotes: Error {
    var texts: [String]
}

extension JSONValue {
    /// The text of a string, or the JSON of another value.
    var plainText: String {
        if case .string(let text) = self { return text }
        return String(decoding: (try? JSON.encode(self)) ?? [], as: UTF8.self)
    }
}

extension HTTPFields {
    fileprivate mutating func add(_ header: MockResponse.Header, made text: String?) {
        guard let text, let name = HTTPField.Name(header.name), HTTPField.isValidValue(text) else { return }
        // The server knows these better.
        guard name != .contentLength, name != .transferEncoding, name != .connection else { return }
        self[name] = text
    }
}
