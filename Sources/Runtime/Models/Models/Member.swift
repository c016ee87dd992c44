import ApusByteText

/// A member of an object in a table. Its memory is never freed, so that copying it needs no reference counting.
struct Member: Sendable {
    /// The meaning of `null` for a member whose type is an optional.
    enum NullRule: UInt8 {
        /// The type decides. It is not an optional, or accepts `null` itself.
        case typeDecides
        case refused
        /// `null` is `nil`. If the member has a wire bit, the bit records that it was not absent.
        case isNil
    }

    var name: String { unsafe String(decoding: utf8.buffer, as: UTF8.self) }
    // The properties needed for decoding come first, so that they share a cache line.

    /// The name as a JSON string followed by a colon.
    let quoted: Bytes
    /// The index of the stored property, or -1 for a constant.
    let field: Int
    /// The bit in the struct's `WireState`s, or -1 if there is none.
    let wireBit: Int
    let nullRule: NullRule
    let mayBeAbsent: Bool
    let isNullable: Bool
    /// The JSON text of the constant.
    let constant: Bytes?
    /// The name as UTF-8.
    let utf8: Bytes
    /// The type, if it has a value for an absent member.
    let absence: (any AbsenceRepresentable.Type)?

    var isConstant: Bool { field < 0 }

    /// Bytes that are never freed.
    @safe  // The memory is never freed, or lives as long as the text that is read.
    struct Bytes: @unchecked Sendable {
        let start: UnsafePointer<UInt8>
        let count: Int

        var buffer: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: start, count: count) }

        /// Returns whether a name that was just read equals these bytes.
        ///
        /// Both are compared eight bytes at a time, since more readable bytes follow here and in a reader.
        @_transparent
        func isEqual(toRead name: UnsafeBufferPointer<UInt8>) -> Bool {
            unsafe count == name.count && (count == 0 || ByteWords.areEqual(start, name.baseAddress!, count: count))
        }

        /// Returns whether a text begins with these bytes, at least one. More readable bytes must follow, as above.
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
