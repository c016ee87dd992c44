import Testing

@testable import ApusYAMLSource

@Suite struct KeyHashTests {
    /// The lengths around those at which the algorithm changes.
    static let lengths = [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 40]

    @Test(arguments: lengths)
    func differsFromTableToTable(length: Int) {
        let key = [UInt8](repeating: UInt8(ascii: "k"), count: length)
        let hashes = Set((0..<8).map { _ in KeyHash()(key) })
        #expect(hashes.count == 8)
    }

    @Test(arguments: lengths)
    func everyByteCounts(length: Int) {
        let hash = KeyHash()
        let key = [UInt8](repeating: UInt8(ascii: "k"), count: length)
        var hashes: Set = [hash(key), hash(key + [UInt8(ascii: "k")]), hash(Array(key.dropLast()))]
        for position in key.indices {
            var other = key
            other[position] = UInt8(ascii: "j")
            hashes.insert(hash(other))
        }
        #expect(hashes.count == length + 3)
    }
}

extension KeyHash {
    fileprivate func callAsFunction(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { self($0) } }
}
