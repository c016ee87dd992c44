import ApusModels

/// The reason why a multipart body cannot be read, and its position.
public struct MultipartError: Error, Sendable, CustomStringConvertible {
    /// The reason why a multipart body cannot be read.
    public enum Reason: Sendable {
        /// The content type has no `boundary`, or one without 1 to 70 characters (RFC 2046, section 5.1.1).
        case invalidBoundary
        /// The body ends before its last boundary.
        case truncated
        /// A boundary is followed neither by the end of the line nor by `--`.
        case malformedBoundaryLine
        /// A line is not a header field.
        case malformedHeaders
        /// The header fields of a part are larger than the limit.
        case tooManyHeaderBytes(maximum: Int)
        /// The body has more parts than the limit.
        case tooManyParts(maximum: Int)
        /// The part, or the remainder of a collected body, is larger than the limit.
        case tooLarge(maximum: Int)
        /// A required part is missing.
        case missingPart
        /// A part that may occur once occurs again.
        case repeatedPart
        /// The API description neither lists nor allows the part.
        case unexpectedPart
        /// The part does not have a described content type.
        case contentType(String, expected: [String])
        /// A `Content-Transfer-Encoding` that changes the bytes, which RFC 7578, section 4.7 deprecates.
        case transferEncoding(String)
        /// The part, or the object of all parts, is not the expected JSON.
        case json(JSONError)
        /// The part is not text in its encoding.
        case text(encoding: String)
        /// A part and its successor were read at the same time.
        case overlappingReads
    }

    public var reason: Reason
    /// The number of the part, from 1, or `nil` if the error concerns no part.
    public var part: Int?
    /// The name of the part.
    public var name: String?
    /// The position in the body in bytes, or `nil` if the error has none.
    public var offset: Int?

    public init(_ reason: Reason, part: Int? = nil, name: String? = nil, offset: Int? = nil) {
        self.reason = reason
        self.part = part
        self.name = name
        self.offset = offset
    }

    public var description: String {
        var place: [String] = []
        if let part { place.append("part \(part)") }
        if let name { place.append("`\(name)`") }
        if let offset { place.append("byte \(offset)") }
        return reason.text + (place.isEmpty ? "" : " (\(place.joined(separator: ", ")))")
    }
}

extension MultipartError.Reason {
    fileprivate var text: String {
        switch self {
        case .invalidBoundary: "the content type has no boundary, or one that is not allowed"
        case .truncated: "the body ends before its last boundary"
        case .malformedBoundaryLine: "a boundary must be followed by the end of the line or `--`"
        case .malformedHeaders: "a line is not a header field"
        case .tooManyHeaderBytes(let maximum): "the header fields have more than \(maximum) bytes"
        case .tooManyParts(let maximum): "the body has more than \(maximum) parts"
        case .tooLarge(let maximum): "the part is larger than \(maximum) bytes"
        case .missingPart: "the part is missing"
        case .repeatedPart: "the part must not occur twice"
        case .unexpectedPart: "the API description does not list this part"
        case .contentType(let actual, let expected):
            "the content type of the part is `\(actual)`, not " + expected.map { "`\($0)`" }.joined(separator: " or ")
        case .transferEncoding(let encoding): "the transfer encoding `\(encoding)` is not supported"
        case .json(let error): String(describing: error)
        case .text(let encoding): "the part is not text in \(encoding)"
        case .overlappingReads: "the next part was requested while this one is being read"
        }
    }
}
