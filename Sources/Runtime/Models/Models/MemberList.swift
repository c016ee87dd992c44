internal import ApusFormat

/// The parsed list of members that is the first literal of an `ObjectTable`.
struct MemberList {
    struct Entry {
        var name: String
        var mayBeAbsent = false
        var isNullable = false
        /// The JSON text of a constant.
        var constant: [UInt8]?
    }

    /// The treatment of members that are not in the list.
    enum OtherMembers {
        case skipped, kept
        /// They are kept and reported as violations, because the object is closed.
        case unrecognized
        /// They are kept, but a union prefers a variant that lists them.
        case overlap
    }

    private(set) var entries: [Entry] = []
    /// The names of members that only exist in the other direction.
    private(set) var otherDirection: [String] = []
    private(set) var otherMembers = OtherMembers.skipped
    private(set) var wireStates = 0

    init(_ text: StaticString, of type: Any.Type) {
        let bytes = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        do {
            unsafe try self.init(reading: bytes)
        } catch {
            preconditionFailure("the member list of \(type) is malformed: \(error)")
        }
    }

    init(reading bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        let padded = unsafe PaddedText(copying: bytes)
        var reader = JSONReader(padded, options: JSONDecodingOptions())
        reader.skipWhitespace()
        while reader.position < padded.count {
            try read(from: &reader)
            reader.skipWhitespace()
        }
    }

    private mutating func read(from reader: inout JSONReader) throws(JSONError) {
        switch unsafe MemberMark(reader.start[reader.position]) {
        case .closed: otherMembers = .unrecognized
        case .keepsOthers: otherMembers = .kept
        case .keepsOverlap: otherMembers = .overlap
        case .wireState: wireStates += 1
        case .otherDirection:
            reader.position += 1
            return otherDirection.append(try readName(from: &reader))
        case .mayBeAbsent, .mayBeNull, .constant, nil: return entries.append(try readEntry(from: &reader))
        }
        reader.position += 1
    }

    private func readEntry(from reader: inout JSONReader) throws(JSONError) -> Entry {
        var entry = Entry(name: try readName(from: &reader))
        while true {
            switch unsafe MemberMark(reader.start[reader.position]) {
            case .mayBeAbsent: entry.mayBeAbsent = true
            case .mayBeNull: entry.isNullable = true
            case .constant:
                reader.position += 1
                guard unsafe MemberMark(reader.start[reader.position]) == .constant else {
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
        while unsafe isPlainInMemberName(reader.start[reader.position]) { reader.position += 1 }
        guard reader.position > first else { throw reader.failure(expected: "a member's name") }
        return unsafe String(
            decoding: UnsafeBufferPointer(start: reader.start + first, count: reader.position - first), as: UTF8.self)
    }
}
