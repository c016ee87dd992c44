import ApusByteText

/// The keys of a Responses Object (OpenAPI Specification, "Responses Object").
enum ResponseStatus {
    /// Returns the canonical form of a key, such as `4XX` for `4xx`, or `nil` if the key is not a status.
    static func spelling(of key: String) -> String? {
        if key == "default" { return key }
        let bytes = Array(key.utf8)
        guard bytes.count == 3, (0x31...0x35).contains(bytes[0]) else { return nil }
        if bytes[1...].allSatisfy(\.isASCIIDigit) { return key }
        let isRange = bytes[1...].allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
        return isRange ? key.uppercased() : nil
    }
}
