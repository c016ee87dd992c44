/// The first literal of an `ObjectTable`, read.
struct MemberList {
    struct Entry {
        var name: String
        var mayBeAbsent = false
        var isNullable = false
        /// The JSON text of a constant.
        var constant: [UInt8]?
    }

    /// What is done about members that the list does not name.
    enum OtherMembers {
        case skipped, kept
        /// Kept, although the object is closed: they are violations.
        case unrecognized
    }

    private(set) var entries: [Entry] = []
    /// The names of members that only the other direction has.
    private(set) var otherDirection: [String] = []
    private(set) var otherMembers = OtherMembers.skipped
    private(set) var wireStates = 0

    init(_ text: StaticString, of type: Any.Type) {
        let padded = unsafe PaddedText(copying: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        var reader = JSONReader(padded, options: JSONDecodingOptions())
        do {
            reader.skipWhitespace()
            while reader.position < padded.count {
                try read(from: &reader)
                reader.skipWhitespace()
            }
        } catch {
            preconditionFailure("the member list of \(type) is malformed: \(error)")
        }
    }

    private mutating func read(from reader: inout JSONReader) throws(JSONError) {
        switch unsafe reader.start[reader.position] {
        case UInt8(ascii: "!"): otherMembers = .unrecognized
        case UInt8(ascii: "*"): otherMembers = .kept
        case UInt8(ascii: "^"): wireStates += 1
        case UInt8(ascii: "<"):
            reader.position += 1
            return otherDirection.append(try readName(from: &reader))
        default: return entries.append(try readEntry(from: &reader))
        }
        reader.position += 1
    }

    private func readEntry(from reader: inout JSONReader) throws(JSONError) -> Entry {
        var entry = Entry(name: try readName(from: &reader))
        while true {
            switch unsafe reader.start[reader.position] {
            case UInt8(ascii: "?"): entry.mayBeAbsent = true
            case UInt8(ascii: "~"): entry.isNullable = true
            case UInt8(ascii: "="):
                reader.position += 1
                guard unsafe reader.start[reader.position] == UInt8(ascii: "=") else {
                    throw reader.failure(expected: "`==` and a constant")
                }
                reader.position += 1
                let literal = reader.position
                try reader.skipValue()
                entry.constant = unsafe [UInt8](
                    UnsafeBufferPointer(start: reader.start + literal, count: reader.position - literal))
                return entry
            default:
                return entry
            }
            reader.position += 1
        }
    }

    private func readName(from reader: inout JSONReader) throws(JSONError) -> String {
        if unsafe reader.start[reader.position] == UInt8(ascii: "\"") { return try reader.readString() }
        let first = reader.position
        while unsafe Self.isPlain(reader.start[reader.position]) { reader.position += 1 }
        guard reader.position > first else { throw reader.failure(expected: "a member's name") }
        return unsafe String(
            decoding: UnsafeBufferPointer(start: reader.start + first, count: reader.position - first), as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
