import HTTPTypes

/// The `Cookie` header field (RFC 6265, section 4.2.1).
enum Cookie {
    /// Returns whether the name and value can be a pair of a `Cookie` field without ending the pair or the field early.
    static func isValid(name: String, value: String) -> Bool {
        !name.isEmpty && !name.contains("=") && isValid(name) && isValid(value)
    }

    /// Appends pairs such as `a=1; b=2`.
    static func append(_ pairs: String, to fields: inout HTTPFields) {
        fields[.cookie] = fields[.cookie].map { $0 + "; " + pairs } ?? pairs
    }

    private static func isValid(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
    }
}
