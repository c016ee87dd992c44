import ApusByteText

/// A member of an object as a table describes it. It holds nothing that is counted: what it points to is never freed.
struct Member: Sendable {
    /// What a `null` means for a member whose type is an optional (and not more).
    enum NullRule: UInt8 {
        /// The type decides.
        case typeDecides
        case refused
        /// It is nil; that it was not absent is noted, if the member has a wire bit.
        case isNil
    }

    var name: String { unsafe String(decoding: utf8.buffer, as: UTF8.self) }
    // What is needed to read a member comes first, to lie in one line of the processor's cache.

    /// The name as written: a JSON string and a colon.
    let quoted: Bytes
    /// The index of the stored property; -1 for a constant.
    let field: Int
    /// The bit in the struct's `WireState`s; -1 if it has none.
    let wireBit: Int
    let nullRule: NullRule
    let mayBeAbsent: Bool
    let isNullable: Bool
    /// The JSON text of the constant.
    let constant: Bytes?
    /// The name's UTF-8.
    let utf8: Bytes
    /// The type, if it has a value for what is absent.
    let absence: (any AbsenceRepresentable.Type)?

    var isConstant: Bool { field < 0 }

    /// Bytes that are never freed.
    @safe  // What it points to stays, or lives as long as the text that is being read.
    struct Bytes: @unchecked Sendable {
        let start: UnsafePointer<UInt8>
        let count: Int

        var buffer: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: start, count: count) }

        /// Whether a name that was just read is the same. Eight bytes may be looked at at once, for bytes that do not
        /// matter follow here as in a reader.
        @_transparent
        func isEqual(toRead name: UnsafeBufferPointer<UInt8>) -> Bool {
            unsafe count == name.count && (count == 0 || ByteWords.areEqual(start, name.baseAddress!, count: count))
        }

        /// Whether a text begins with these bytes, of which there is at least one. As above, more bytes must follow.
        @_transparent
        func isPrefix(of text: UnsafePointer<UInt8>) -> Bool { unsafe ByteWords.areEqual(start, text, count: count) }

        @inline(__always)
        func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
            guard count == other.count else { return false }
            guard count > 0 else { return true }
            let text = other.baseAddress!
            var index = 0
            while index &+ 8 <= count {
                if unsafe ByteWords.eight(start + index) != ByteWords.eight(text + index) { return false }
                index &+= 8
            }
            while index < count {
                if unsafe start[index] != text[index] { return false }
                index &+= 1
            }
            return true
        }
    }
}
