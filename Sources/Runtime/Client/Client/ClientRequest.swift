import ApusModels
import HTTPTypes

/// A request under construction by generated code.
///
/// No method throws, so that generated code needs no `try`: the first failure is kept, and `ClientCore.send` throws it.
/// `ClientCore.send` also validates all values together, unless `ClientConfiguration.validatesRequests` is off.
public struct ClientRequest: Sendable {
    struct Contents: Sendable {
        let method: String
        let operationID: String
        let security: [[String]]
        /// The operation's own server, which may be relative.
        let server: String?
        /// Whether the API description says that the operation may be repeated, or `nil` if it is silent.
        let isIdempotent: Bool?
        /// The header field for an idempotency key.
        let idempotencyKey: String?
        let path: String
        fileprivate var pathTexts: [(name: String, text: String)] = []
        fileprivate var queryTexts: [String] = []
        var headerFields = HTTPFields()
        var body: HTTPBody?
        /// The media type that the caller chose, or `nil` for those of the API description.
        var accept: String?
        var checks: [@Sendable () -> [Violation]] = []
        fileprivate var failure: (any Error)?
    }

    private var storage: OnHeap<Contents>

    var contents: Contents {
        get { storage.value }
        _modify { yield &storage.value }
    }

    /// Creates a request without parameters and body.
    ///
    /// - Parameters:
    ///   - method: The method in uppercase.
    ///   - path: The path template, such as `/projects/{project_id}`.
    ///   - server: The operation's own server: a URL, or a path relative to the client's server.
    ///   - security: The alternative security requirements. Each lists the security schemes that it needs together.
    ///   - isIdempotent: Whether the request may be repeated, or `nil` if its method says so.
    ///   - idempotencyKey: The header field for a key that makes the request repeatable. Unless the caller sets the
    ///     field, a random key is sent, the same with each attempt.
    public init(
        _ method: String, _ path: String, operationID: String, server: String? = nil, security: [[String]] = [],
        isIdempotent: Bool? = nil, idempotencyKey: String? = nil
    ) {
        storage = OnHeap(
            Contents(
                method: method, operationID: operationID, security: security, server: server,
                isIdempotent: isIdempotent, idempotencyKey: idempotencyKey, path: path))
    }

    // MARK: Path

    /// Sets a path parameter in style `simple`, `label` or `matrix`.
    public mutating func path<Value: JSONCodable>(
        _ name: String, _ value: Value, style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        check(value, references, constraints, parameter: name)
        attempt { request throws in
            let serializer = ParameterSerializer(
                name: name, style: style, explode: explode,
                encoding: .percent(allowReserved ? .reservedInPath : .unreserved))
            guard [.simple, .label, .matrix].contains(style) else {
                throw ParameterError.unsupported(name: name, style: style)
            }
            // An empty array has no text. It leaves the segment empty, or without the part for this parameter.
            request.contents.pathTexts.append((name, serializer.text(of: try ParameterValue(value)) ?? ""))
        }
    }

    /// Sets a path parameter that is described by `content`, as percent-encoded JSON.
    public mutating func path<Value: JSONCodable>(
        _ name: String, json value: Value, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        check(value, references, constraints, parameter: name)
        attempt { request throws in
            request.contents.pathTexts.append((name, PercentEncoding.encode(try Self.json(value))))
        }
    }

    // MARK: Query

    /// Adds a query parameter in style `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`. `nil` adds nothing.
    public mutating func query<Value: JSONCodable>(
        _ name: String, _ value: Value?, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(value, references, constraints, parameter: name)
        attempt { request throws in
            let serializer = ParameterSerializer(
                name: name, style: style, explode: explode,
                encoding: .percent(allowReserved ? .reservedInQuery : .unreserved))
            guard [.form, .spaceDelimited, .pipeDelimited, .deepObject].contains(style) else {
                throw ParameterError.unsupported(name: name, style: style)
            }
            if let text = serializer.text(of: try ParameterValue(value)) { request.contents.queryTexts.append(text) }
        }
    }

    /// Adds a query parameter that is described by `content`, as percent-encoded JSON. `nil` adds nothing.
    public mutating func query<Value: JSONCodable>(
        _ name: String, json value: Value?, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(value, references, constraints, parameter: name)
        attempt { request throws in
            let pair = PercentEncoding.encode(name) + "=" + PercentEncoding.encode(try Self.json(value))
            request.contents.queryTexts.append(pair)
        }
    }

    /// Sets the whole query (`in: querystring`, OpenAPI 3.2) from the members of an object. `nil` sets nothing.
    ///
    /// - Parameters: `style` and `encoding` have the same meaning as for a form body.
    public mutating func querystring<Value: JSONCodable>(
        form value: Value?, style: ParameterStyle? = nil, encoding: StaticString? = nil,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(value, references, constraints, parameter: "querystring")
        attempt { request throws in
            let form = FormEncoder(encodings: try MemberEncodings(encoding, style: style))
            let text = try form.text(of: JSONValue(encoding: value))
            if !text.isEmpty { request.contents.queryTexts = [text] }
        }
    }

    /// Sets the whole query to a value's percent-encoded JSON. `nil` sets nothing.
    public mutating func querystring<Value: JSONCodable>(
        json value: Value?, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(value, references, constraints, parameter: "querystring")
        attempt { request throws in request.contents.queryTexts = [PercentEncoding.encode(try Self.json(value))] }
    }

    // MARK: Header

    /// Sets a header parameter in style `simple`, without percent-encoding. `nil` sets nothing.
    ///
    /// `Accept`, `Content-Type` and `Authorization` are ignored: they are not parameters (OpenAPI, "Parameter Object").
    public mutating func header<Value: JSONCodable>(
        _ name: String, _ value: Value?, explode: Bool = false, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(value, references, constraints, parameter: name)
        attempt { request throws in
            let serializer = ParameterSerializer(name: name, style: .simple, explode: explode, encoding: .none)
            if let text = serializer.text(of: try ParameterValue(value)) { try request.setHeader(name, text) }
        }
    }

    /// Sets a header parameter that is described by `content`, as JSON. `nil` sets nothing.
    public mutating func header<Value: JSONCodable>(
        _ name: String, json value: Value?, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(value, references, constraints, parameter: name)
        attempt { request throws in try request.setHeader(name, Self.json(value)) }
    }

    /// Sets the `Accept` field to one of the response's media types. `nil` changes nothing.
    public mutating func accept(_ type: (some RawRepresentable<String>)?) {
        if let type { contents.accept = type.rawValue }
    }

    // MARK: Cookie

    /// Adds a cookie in style `form` with percent-encoding, or in style `cookie` without. `nil` adds nothing.
    public mutating func cookie<Value: JSONCodable>(
        _ name: String, _ value: Value?, style: ParameterStyle = .form, explode: Bool = true,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(value, references, constraints, parameter: name)
        attempt { request throws in
            guard style == .form || style == .cookie else {
                throw ParameterError.unsupported(name: name, style: style)
            }
            let serializer = ParameterSerializer(
                name: name, style: style, explode: explode,
                encoding: style == .cookie ? .none : .percent(.unreserved))
            if let text = serializer.text(of: try ParameterValue(value)) { try request.appendCookie(name, text) }
        }
    }

    /// Adds a cookie that is described by `content`, as percent-encoded JSON. `nil` adds nothing.
    public mutating func cookie<Value: JSONCodable>(
        _ name: String, json value: Value?, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(value, references, constraints, parameter: name)
        attempt { request throws in
            let text = PercentEncoding.encode(name) + "=" + PercentEncoding.encode(try Self.json(value))
            try request.appendCookie(name, text)
        }
    }

    // MARK: Result

    /// Returns the request without its `Accept` field and credentials.
    ///
    /// - Throws: The first failure of a parameter or the body.
    func httpRequest() throws(RequestError) -> HTTPRequest {
        if let failure = contents.failure { throw RequestError(failure) }
        guard let method = HTTPRequest.Method(contents.method) else {
            throw RequestError.invalidMethod(contents.method)
        }
        let path: String
        do {
            path = try PathTemplate(contents.path).expanded(contents.pathTexts, query: contents.queryTexts)
        } catch { throw RequestError(error) }
        return HTTPRequest(method: method, scheme: nil, authority: nil, path: path, headerFields: contents.headerFields)
    }

    /// Validates all parameters and the body.
    ///
    /// - Throws: All violations together.
    func validate() throws(ValidationError) {
        let violations = contents.checks.flatMap { $0() }
        if !violations.isEmpty { throw ValidationError(violations: violations) }
    }

    mutating func attempt(_ step: (inout ClientRequest) throws -> Void) {
        if contents.failure != nil { return }
        do {
            try step(&self)
        } catch {
            contents.failure = error
        }
    }

    private mutating func check(
        _ value: some JSONCodable, _ references: [any JSONCodable.Type], _ constraints: StaticString?,
        parameter name: String
    ) {
        contents.checks.append {
            guard let constraints else { return value.violations(pointer: "/parameters/\(name)") }
            return value.violations(
                by: constraints, references: references, name: "parameters/\(name)", pointer: "/parameters/\(name)")
        }
    }

    private mutating func setHeader(_ name: String, _ text: String) throws {
        guard let field = HTTPField.Name(name), HTTPField.isValidValue(text) else {
            throw ParameterError.invalidHeaderField(name: name)
        }
        if [.accept, .contentType, .authorization].contains(field) { return }
        contents.headerFields[field] = text
    }

    private mutating func appendCookie(_ name: String, _ pairs: String) throws {
        guard HTTPField.isValidValue(pairs) else { throw ParameterError.invalidHeaderField(name: name) }
        // Exploded `form` parameters are joined by `&`. Cookies are separated by `; `.
        Cookie.append(pairs.split(separator: "&").joined(separator: "; "), to: &contents.headerFields)
    }

    private static func json(_ value: some JSONCodable) throws(JSONError) -> String {
        String(decoding: try JSON.encode(value), as: UTF8.self)
    }
}
