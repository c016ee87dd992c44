import ApusModels

/// Why a multipart body could not be read, and where.
public struct MultipartError: Error, Sendable, CustomStringConvertible {
    public enum Reason: Sendable {
        /// The content type has no `boundary`, or one that is not of 1 to 70 characters (RFC 2046, section 5.1.1).
        case invalidBoundary
        /// The body ends before its last boundary.
        case truncated
        /// After a boundary comes neither the end of the line nor `--`.
        case malformedBoundaryLine
        /// A line that is no header field.
        case malformedHeaders
        case tooManyHeaderBytes(maximum: Int)
        case tooManyParts(maximum: Int)
        /// The part, or what is left of a body that is collected, is larger than what may be held in memory.
        case tooLarge(maximum: Int)
        /// A part that must be there has not come.
        case missingPart
        /// A part that comes once only has come again.
        case repeatedPart
        /// A part that the API description neither lists nor allows.
        case unexpectedPart
        case contentType(String, expected: [String])
        /// A `Content-Transfer-Encoding` other than the bytes as they are; RFC 7578, section 4.7 deprecates it.
        case transferEncoding(String)
        /// The part, or what all parts make together, is not the JSON that was expected.
        case json(JSONError)
        /// The part is not text in the encoding that it claims.
        case text(encoding: String)
        /// A part and its successor were read at the same time.
        case overlappingReads
    }

    public var reason: Reason
    /// The number of the part, the first one being 1; nil if it is of no part.
    public var part: Int?
    /// The name of the part.
    public var name: String?
    /// How many bytes of the body come before the place; nil if it has none.
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
        case .malformedBoundaryLine: "after a boundary comes neither the end of the line nor `--`"
        case .malformedHeaders: "a line is no header field"
        case .tooManyHeaderBytes(let maximum): "the header fields have more than \(maximum) bytes"
        case .tooManyParts(let maximum): "the body has more than \(maximum) parts"
        case .tooLarge(let maximum): "the part is larger than \(maximum) bytes"
        case .missingPart: "the part has not come"
        case .repeatedPart: "the part has come before"
        case .unexpectedPart: "the part is not one that the API description lists"
        case .contentType(let actual, let expected):
            "the part is `\(actual)`, not " + expected.map { "`\($0)`" }.joined(separator: " or ")
        case .transferEncoding(let encoding): "the transfer encoding `\(encoding)` is not supported"
        case .json(let error): String(describing: error)
        case .text(let encoding): "the part is not text in \(encoding)"
        case .overlappingReads: "a part is being read while the next one is asked for"
        }
    }
}
