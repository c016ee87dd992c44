public import ApusModels
public import HTTPTypes

/// A request that the server refuses before its handler runs.
public struct ServerRefusal: Error, Sendable {
    /// The reason for a refusal, which determines the status.
    public enum Reason: Hashable, Sendable {
        /// 400: A parameter or the body cannot be read.
        case unreadable
        /// 401: No security requirement of the operation is met.
        case unauthorized
        /// 403: The caller is known, but may not do this.
        case forbidden
        /// 404: No operation has the path.
        case notFound
        /// 405: No operation has the path and the method.
        case methodNotAllowed
        /// 406: The operation has no response in a media type that the client accepts.
        case notAcceptable
        /// 408: The body did not arrive in time.
        case timeout
        /// 413: The body is larger than the limit.
        case tooLarge
        /// 414: Path and query are larger than the limit.
        case targetTooLong
        /// 415: The operation takes no body in the request's media type.
        case unsupportedMediaType
        /// 422: A parameter or the body breaks a rule of the API description.
        case invalid
        /// 431: The header fields are larger than the limit.
        case headersTooLarge
    }

    /// A problem of a parameter or of the body.
    public struct Problem: Hashable, Sendable {
        /// The place of a value in a request.
        public enum Place: Hashable, Sendable {
            case body, path, query, header, cookie
        }

        public var place: Place
        /// The parameter's name, or `nil` for the body.
        public var parameter: String?
        /// The broken rule. Its pointer begins at the parameter's value or at the body.
        public var violation: Violation

        public init(place: Place, parameter: String? = nil, violation: Violation) {
            self.place = place
            self.parameter = parameter
            self.violation = violation
        }
    }

    public var reason: Reason
    /// The reason in words.
    public var detail: String
    /// All problems of the parameters and of the body.
    public var problems: [Problem]
    /// Header fields that every response to this refusal has, such as `Allow`.
    public var headers: HTTPFields
    /// The operation's ID, if the operation is known.
    public var operationID: String?

    public init(_ reason: Reason, _ detail: String, problems: [Problem] = [], headers: HTTPFields = [:]) {
        self.reason = reason
        self.detail = detail
        self.problems = problems
        self.headers = headers
    }

    public var status: Int {
        switch reason {
        case .unreadable: 400
        case .unauthorized: 401
        case .forbidden: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .notAcceptable: 406
        case .timeout: 408
        case .tooLarge: 413
        case .targetTooLong: 414
        case .unsupportedMediaType: 415
        case .invalid: 422
        case .headersTooLarge: 431
        }
    }

    /// The refusal as problem details (RFC 9457). Problems of the body have a `pointer` into it, those of parameters
    /// the `parameter`, its place as `in`, and a pointer into its value.
    public var problemDetails: JSONValue {
        Self.problemDetails(status: status, detail: detail, problems: problems)
    }

    package static func problemDetails(status: Int, detail: String, problems: [Problem]) -> JSONValue {
        var details: JSONObject = [
            "type": "about:blank", "title": .string(HTTPResponse.Status(code: status).phrase),
            "status": .integer(Int64(status)), "detail": .string(detail),
        ]
        if !problems.isEmpty { details["errors"] = .array(problems.map(\.json)) }
        return .object(details)
    }
}

extension ServerRefusal.Problem {
    fileprivate var json: JSONValue {
        var members: JSONObject = [:]
        if let parameter {
            members["parameter"] = .string(parameter)
            members["in"] = .string("\(place)")
        }
        if parameter == nil || !violation.pointer.isEmpty {
            members["pointer"] = .string("#" + pointerFragment(violation.pointer))
        }
        members["keyword"] = .string(violation.keyword)
        members["detail"] = .string(violation.message)
        return .object(members)
    }
}

extension HTTPResponse.Status {
    /// The reason phrase, also of statuses that HTTPTypes does not name.
    var phrase: String {
        switch code {
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 422: "Unprocessable Content"
        case 431: "Request Header Fields Too Large"
        default: reasonPhrase
        }
    }
}

extension JSONError {
    /// Returns the problem as a violation of the keyword that the value breaks.
    func violation(pointer prefix: String = "") -> Violation {
        // The names of Swift types mean nothing to a client.
        if kind == .invalidValue, expected.hasPrefix(Self.listedValue) {
            return Violation(
                pointer: prefix + pointer, keyword: "enum", schemaPointer: "",
                message: "must be one of the described values", value: "")
        }
        let keyword =
            switch kind {
            case .missingMember: "required"
            case .unknownMember: "additionalProperties"
            case .memberOfOtherDirection: "readOnly"
            case .noVariant: "anyOf"
            case .invalidValue: "format"
            case .mismatch: "type"
            case .syntax, .duplicateMember, .limit, .notFinite: "json"
            }
        let message =
            switch kind {
            case .missingMember: "must be present"
            case .unknownMember: "must not be present"
            case .memberOfOtherDirection: "must not be sent, because it is read-only"
            case .noVariant: "must match one of the described alternatives"
            case .invalidValue, .mismatch: "must be \(expected)"
            case .duplicateMember, .limit: found
            case .syntax, .notFinite: "must be \(expected), but is \(found)"
            }
        return Violation(
            pointer: prefix + pointer, keyword: keyword, schemaPointer: "", message: message, value: "")
    }

    /// Whether the text itself is not readable as JSON, rather than its value as the type.
    var isUnreadable: Bool {
        switch kind {
        case .syntax, .duplicateMember, .limit, .notFinite: true
        case .mismatch, .invalidValue, .missingMember, .unknownMember, .memberOfOtherDirection, .noVariant: false
        }
    }
}
