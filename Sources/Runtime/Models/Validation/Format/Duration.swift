import ApusByteText

extension ByteScanner {
    /// Skips a `duration` (RFC 3339, appendix A).
    mutating func skipDuration() -> Bool {
        guard skip(UInt8(ascii: "P")) else { return false }
        let start = position
        // Weeks cannot be combined with other units.
        if skip(while: \.isASCIIDigit) > 0, skip(UInt8(ascii: "W")) { return true }
        position = start
        guard let dates = skipUnits("YMD") else { return false }
        guard skip(UInt8(ascii: "T")) else { return dates > 0 }
        return skipUnits("HMS").map { $0 > 0 } ?? false
    }

    /// Skips numbers whose units are adjacent and in order. Returns how many there were, or `nil` if they are not.
    private mutating func skipUnits(_ units: StaticString) -> Int? {
        let units = unsafe UnsafeBufferPointer(start: units.utf8Start, count: units.utf8CodeUnitCount)
        var count = 0
        var expected: Int?
        while let byte = next, byte.isASCIIDigit {
            _ = skip(while: \.isASCIIDigit)
            guard let unit = next, let index = unsafe units.firstIndex(of: unit), expected == nil || index == expected
            else {
                return nil
            }
            position += 1
            expected = index + 1
            count += 1
        }
        return count
    }
}
