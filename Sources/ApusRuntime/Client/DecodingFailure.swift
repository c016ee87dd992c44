/// A response whose body is not what the API description says.
public struct DecodingFailure: Error, Sendable {
    public enum Reason: Sendable {
        /// The body has another content type than those listed.
        case contentType(String, expected: [String])
        /// The body is not the JSON that was expected.
        case json(JSONError)
        /// The body is not text in the encoding it claims.
        case text(encoding: String)
    }

    private struct Contents: Sendable {
        var operationID: String
        var status: Int
        var reason: Reason
        var excerpt: String
    }

    private var contents: OnHeap<Contents>

    public init(operationID: String, status: Int, reason: Reason, excerpt: String) {
        contents = OnHeap(Contents(operationID: operationID, status: status, reason: reason, excerpt: excerpt))
    }

    public var operationID: String {
        get { contents.value.operationID }
        set { contents.value.operationID = newValue }
    }
    /// The response's status code.
    public var status: Int {
        get { contents.value.status }
        set { contents.value.status = newValue }
    }
    public var reason: Reason {
        get { contents.value.reason }
        set { contents.value.reason = newValue }
    }
    /// The beginning of the body, for people to read.
    public var excerpt: String {
        get { contents.value.excerpt }
        set { contents.value.excerpt = newValue }
    }
}

extension DecodingFailure: CustomStringConvertible {
    public var description: String {
        let what =
            switch reason {
            case .contentType(let actual, let expected):
                "it is `\(actual)`, not " + expected.map { "`\($0)`" }.joined(separator: " or ")
            case .json(let error): String(describing: error)
            case .text(let encoding): "it is not text in \(encoding)"
            }
        return "the body of response \(status) to \(operationID) cannot be decoded: \(what); it begins with: \(excerpt)"
    }
}
