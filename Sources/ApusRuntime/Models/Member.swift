/// A member of an object as a table describes it. It holds nothing that is counted: what it points to lives as long as
/// the table.
struct Member: Sendable {
    /// What a `null` means for a member whose type is an optional (and not more).
    enum NullRule: UInt8 {
        /// The type decides.
        case typeDecides
        case refused
        /// It is nil; that it was not absent is noted, if the member has a wire bit.
        case isNil
    }

    var name: String { String(decoding: utf8.buffer, as: UTF8.self) }
    /// The name's UTF-8.
    let utf8: Bytes
    /// The name as written: a JSON string and a colon.
    let quoted: Bytes
    let mayBeAbsent: Bool
    let isNullable: Bool
    /// The index of the stored property; -1 for a constant.
    let field: Int
    let nullRule: NullRule
    /// The type, if it has a value for what is absent.
    let absence: (any AbsenceRepresentable.Type)?
    /// The bit in the struct's `WireState`s; -1 if it has none.
    let wireBit: Int
    /// The JSON text of the default, or of the constant.
    let literal: Bytes?

    var isConstant: Bool { field < 0 }

    /// Bytes that are never freed before the table.
    struct Bytes: @unchecked Sendable {
        let buffer: UnsafeBufferPointer<UInt8>

        /// Whether a name that was just read is the same. Eight bytes may be looked at at once, for bytes that do not
        /// matter follow here as in a reader.
        @inline(__always)
        func isEqual(toRead name: UnsafeBufferPointer<UInt8>) -> Bool {
            let count = buffer.count
            guard count == name.count else { return false }
            guard count > 0 else { return true }
            let left = UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped)
            let right = UnsafeRawPointer(name.baseAddress.unsafelyUnwrapped)
            var index = 0
            while index &+ 8 < count {
                if left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    != right.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
                index &+= 8
            }
            let difference = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                ^ right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // Of the last word one to eight bytes belong to the name.
            return UInt64(littleEndian: difference) &<< UInt64(8 &* (8 &- (count &- index))) == 0
        }

        @inline(__always)
        func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
            guard buffer.count == other.count else { return false }
            guard buffer.count > 0 else { return true }
            var index = 0
            let left = UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped)
            let right = UnsafeRawPointer(other.baseAddress.unsafelyUnwrapped)
            while index &+ 8 <= buffer.count {
                let a = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if a != right.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
                index &+= 8
            }
            while index < buffer.count {
                if left.load(fromByteOffset: index, as: UInt8.self)
                    != right.load(fromByteOffset: index, as: UInt8.self) { return false }
                index &+= 1
            }
            return true
        }
    }
}
