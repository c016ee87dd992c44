public import ApusClient
public import ApusModels

/// A media type of an operation's request body, with the code that reads the body.
public struct RequestContent<Body: Sendable>: Sendable {
    /// A body that has been read.
    struct Reading {
        /// `nil` if the body is empty or has a problem.
        var body: Body?
        var violations: [Violation] = []
        var error: JSONError?
        /// The reason why the bytes cannot be read.
        var unreadable: String?
        var isEmpty = false
    }

    let contentTypes: [String]
    let read: @Sendable (ReceivedBody) async throws -> Reading

    init(_ contentType: String, _ read: @escaping @Sendable (ReceivedBody) async throws -> Reading) {
        contentTypes = MediaType.list(contentType)
        self.read = read
    }

    private static func value<Value: JSONCodable>(
        _ value: Value, _ body: ReceivedBody, _ references: [any JSONCodable.Type], _ constraints: StaticString?,
        _ map: (Value) -> Body
    ) -> Reading {
        guard body.configuration.validatesRequests else { return Reading(body: map(value)) }
        let violations =
            constraints.map { value.violations(by: $0, references: references, name: "body", pointer: "") }
            ?? value.violations()
        return Reading(body: map(value), violations: violations)
    }

    /// Returns JSON.
    ///
    /// - Parameters:
    ///   - references: The models that `constraints` refers to.
    ///   - constraints: The JSON Schema of the body beyond its Swift type.
    ///   - map: Converts the value to the operation's body.
    public static func json<Value: JSONCodable>(
        _ type: Value.Type, contentType: String = "application/json", references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil, _ map: @escaping @Sendable (Value) -> Body
    ) -> RequestContent {
        RequestContent(contentType) { received in
            let bytes = try await received.bytes().withoutByteOrderMark
            if bytes.isEmpty { return Reading(isEmpty: true) }
            if let charset = MediaType.charset(of: received.contentType), charset != "utf-8", charset != "utf8" {
                return Reading(unreadable: "must be in UTF-8")
            }
            do throws(JSONError) {
                let value = try JSON.decodeRequest(
                    type, from: bytes, readOnly: received.configuration.readOnlyMembers)
                return Self.value(value, received, references, constraints, map)
            } catch {
                return Reading(error: error)
            }
        }
    }

    /// Returns `application/x-www-form-urlencoded`.
    public static func form<Value: JSONCodable>(
        _ type: Value.Type, contentType: String = "application/x-www-form-urlencoded", style: ParameterStyle? = nil,
        encoding: StaticString? = nil, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil,
        _ map: @escaping @Sendable (Value) -> Body
    ) -> RequestContent {
        RequestContent(contentType) { received in
            let bytes = try await received.bytes()
            if bytes.isEmpty { return Reading(isEmpty: true) }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                return Reading(unreadable: "must be a form in UTF-8")
            }
            do {
                let pairs = QueryPairs(text, maximum: received.configuration.maximumPairs)
                let reader = FormReader(encodings: try MemberEncodings(encoding, style: style))
                let value = try reader.tree(of: pairs, as: TextForm(of: type)).decode(as: type)
                return Self.value(value, received, references, constraints, map)
            } catch let error as JSONError {
                return Reading(error: error)
            } catch let error as UnreadableText {
                return Reading(unreadable: error.message)
            }
        }
    }

    /// Returns a multipart body whose parts are described. They are decoded while the handler reads them.
    public static func multipart<Part: MultipartPartModel>(
        _ part: Part.Type, contentType: String = "multipart/form-data",
        _ map: @escaping @Sendable (MultipartParts<Part>) -> Body
    ) -> RequestContent {
        RequestContent(contentType) { received in
            var parts = MultipartParts<Part>(
                received.limitedStream, contentType: received.contentType,
                validates: received.configuration.validatesRequests,
                maximumValueBytes: received.configuration.maximumBodySize)
            parts.failure = { ServerRefusal(streamError: $0) ?? $0 }
            return Reading(body: map(parts))
        }
    }

    /// Returns a multipart body with any parts.
    public static func parts(
        _ contentType: String, _ map: @escaping @Sendable (MultipartSequence) -> Body
    ) -> RequestContent {
        RequestContent(contentType) { received in
            var parts = MultipartSequence(received.limitedStream, contentType: received.contentType)
            parts.failure = { ServerRefusal(streamError: $0) ?? $0 }
            return Reading(body: map(parts))
        }
    }

    /// Returns consecutive JSON values, which are decoded while the handler reads them.
    public static func elements<Element: JSONCodable>(
        _ type: Element.Type, framing: JSONFraming, contentType: String,
        _ map: @escaping @Sendable (JSONSequence<Element>) -> Body
    ) -> RequestContent {
        RequestContent(contentType) { received in
            var elements = JSONSequence<Element>(
                received.limitedStream, framing: framing, maximumElementBytes: received.configuration.maximumBodySize)
            elements.validates = received.configuration.validatesRequests
            elements.failure = { ServerRefusal(streamError: $0) ?? $0 }
            return Reading(body: map(elements))
        }
    }

    /// Returns a text.
    ///
    /// - Parameters:
    ///   - references: The models that `constraints` refers to.
    ///   - constraints: The JSON Schema of the text. If it has a `type`, the text may be a number or another scalar.
    public static func text(
        _ contentType: String, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil,
        _ map: @escaping @Sendable (String) -> Body
    ) -> RequestContent {
        RequestContent(contentType) { received in
            do {
                let text = try EncodedText(try await received.bytes(), contentType: received.contentType).text()
                guard let constraints, received.configuration.validatesRequests else { return Reading(body: map(text)) }
                return Reading(
                    body: map(text), violations: text.textViolations(by: constraints, references: references))
            } catch let error as TextError {
                return Reading(unreadable: "must be text in \(error.encoding)")
            }
        }
    }

    /// Returns bytes, which are streamed.
    public static func bytes(
        _ contentType: String, _ map: @escaping @Sendable (HTTPBody) -> Body
    ) -> RequestContent {
        RequestContent(contentType) { received in Reading(body: map(received.limitedStream)) }
    }
}
