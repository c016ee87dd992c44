public import ApusClient
public import ApusModels

/// A described response of a server: its status, its media type and the type of its body.
public struct ResponseForm: Sendable {
    /// The inputs for encoding a body.
    struct Context: Sendable {
        /// The media type of the response, or a range. For a range, the body has its own media type.
        var contentType: String
        var validates: Bool
        /// The time without a value after which a stream sends a beat.
        var heartbeat: Duration?
    }

    let status: ResponseStatus
    /// The media types and ranges, or none without a body.
    let contentTypes: [String]
    /// The type of the body, or `nil` without one.
    let type: (any Sendable.Type)?
    /// The header fields whose objects are written `a=1,b=2`.
    let explodedHeaders: Set<String>
    /// Encodes a body and returns it with its media type.
    let encode: @Sendable (any Sendable, Context) throws -> (HTTPBody, contentType: String)

    init<Value: Sendable>(
        _ status: ResponseStatus, _ contentType: String, _ type: Value.Type, _ explodedHeaders: [String],
        _ encode: @escaping @Sendable (Value, Context) throws -> (HTTPBody, String)
    ) {
        self.status = status
        contentTypes = MediaType.list(contentType)
        self.type = type
        self.explodedHeaders = Set(explodedHeaders)
        self.encode = { body, context in
            guard let value = body as? Value else { throw ServerError.wrongBody(expected: "\(type)") }
            return try encode(value, context)
        }
    }

    private init(_ status: ResponseStatus, explodedHeaders: [String]) {
        self.status = status
        contentTypes = []
        type = nil
        self.explodedHeaders = Set(explodedHeaders)
        encode = { _, _ in throw ServerError.wrongBody(expected: "no body") }
    }

    /// Returns the form of a response without a body.
    public static func none(_ status: ResponseStatus, explodedHeaders: [String] = []) -> ResponseForm {
        ResponseForm(status, explodedHeaders: explodedHeaders)
    }

    /// Returns the form of a response with a JSON body.
    ///
    /// - Parameters:
    ///   - references: The models that `constraints` refers to.
    ///   - constraints: The JSON Schema of the body beyond its Swift type.
    public static func json<Value: JSONCodable>(
        _ status: ResponseStatus, _ type: Value.Type, contentType: String = "application/json",
        explodedHeaders: [String] = [], references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> ResponseForm {
        ResponseForm(status, contentType, type, explodedHeaders) { value, context in
            if context.validates { try value.validate(by: constraints, references: references) }
            let type = MediaType.isRange(context.contentType) ? "application/json" : context.contentType
            return (HTTPBody(try JSON.encode(value)), type)
        }
    }

    /// Returns the form of a response with a text body.
    ///
    /// - Parameters:
    ///   - references: The models that `constraints` refers to.
    ///   - constraints: The JSON Schema of the text. If it has a `type`, the text may be a number or another scalar.
    public static func text(
        _ status: ResponseStatus, _ contentType: String, explodedHeaders: [String] = [],
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> ResponseForm {
        ResponseForm(status, contentType, String.self, explodedHeaders) { text, context in
            if context.validates { try text.validate(asTextBy: constraints, references: references) }
            let type = MediaType(context.contentType)
            if type?.isRange == true { return (HTTPBody(text), "text/plain; charset=utf-8") }
            // The text is UTF-8. Receivers may assume another encoding without a `charset`.
            return (HTTPBody(text), context.contentType + (type?.charset == nil ? "; charset=utf-8" : ""))
        }
    }

    /// Returns the form of a response with a body of bytes, which may be streamed.
    public static func bytes(
        _ status: ResponseStatus, _ contentType: String, explodedHeaders: [String] = []
    ) -> ResponseForm {
        ResponseForm(status, contentType, HTTPBody.self, explodedHeaders) { body, context in
            guard let range = MediaType(context.contentType), range.isRange else { return (body, context.contentType) }
            let own = body.contentType ?? "application/octet-stream"
            guard let type = MediaType(own), range.includes(type) else {
                throw ServerError.undocumentedContentType(own)
            }
            return (body, own)
        }
    }
}

/// The error for a handler's response that the API description does not list. Clients get a status 500.
public enum ServerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The status is not one of the described ones.
    case undocumentedStatus(Int)
    /// The body's media type is not described.
    case undocumentedContentType(String)
    /// A thrown ``DocumentedFailure`` has a status or a body that the operation does not document.
    case undocumentedFailure(status: Int, body: String)
    /// The body does not have the form's type.
    case wrongBody(expected: String)
    /// A header field has characters that header fields cannot contain, such as a line break.
    case invalidHeaderField(String)
    /// The API description requires a security scheme that the server does not know.
    case unknownSecurityScheme(String)

    public var description: String {
        switch self {
        case .undocumentedStatus(let status): "the API description does not have the status \(status) here"
        case .undocumentedContentType(let type): "the API description does not have the media type `\(type)` here"
        case .undocumentedFailure(let status, let body):
            "the operation does not document the status \(status) with the body \(body)"
        case .wrongBody(let expected): "the body of the response is not \(expected)"
        case .invalidHeaderField(let name): "the header field `\(name)` has characters that it cannot have"
        case .unknownSecurityScheme(let name): "the security scheme `\(name)` is not known"
        }
    }
}
