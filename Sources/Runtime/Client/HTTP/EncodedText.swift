/// Text in the encoding that its content type names.
package struct EncodedText {
    private let bytes: [UInt8]
    private let contentType: String?

    package init(_ bytes: [UInt8], contentType: String?) {
        self.bytes = bytes
        self.contentType = contentType
    }

    package func text() throws(TextError) -> String {
        switch contentType.flatMap(MediaType.charset) {
        case nil, "utf-8", "utf8", "us-ascii":
            guard let text = String(validating: bytes.withoutByteOrderMark, as: UTF8.self) else {
                throw TextError(encoding: "UTF-8")
            }
            return text
        case "iso-8859-1", "latin1":
            return String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
        case .some(let charset):
            throw TextError(encoding: charset)
        }
    }
}

/// The error for a body that is not text in its encoding, or whose encoding is unknown.
package struct TextError: Error {
    package var encoding: String
}

extension [UInt8] {
    /// The bytes without the byte order mark of UTF-8. A receiver may ignore it (RFC 8259, section 8.1).
    package var withoutByteOrderMark: [UInt8] { starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self }
}
