// This module is a single file. All other modules wait for it, and most of its cold build is spent on the index of the
// standard library. With more files, several compiler processes would each write that index.

/// The bytes of JSON's grammar as constants that cost nothing, even in debug builds.
///
/// In debug builds, `UInt8(ascii:)` is a function call for each byte of a text. `@_transparent` functions are inlined
/// there too, but only across modules, so these are in a module of their own.
public enum ASCII {
    @_transparent public static var space: UInt8 { 0x20 }
    @_transparent public static var quote: UInt8 { 0x22 }
    @_transparent public static var plus: UInt8 { 0x2B }
    @_transparent public static var comma: UInt8 { 0x2C }
    @_transparent public static var minus: UInt8 { 0x2D }
    @_transparent public static var point: UInt8 { 0x2E }
    @_transparent public static var slash: UInt8 { 0x2F }
    @_transparent public static var zero: UInt8 { 0x30 }
    @_transparent public static var colon: UInt8 { 0x3A }
    @_transparent public static var leftBracket: UInt8 { 0x5B }
    @_transparent public static var backslash: UInt8 { 0x5C }
    @_transparent public static var rightBracket: UInt8 { 0x5D }
    @_transparent public static var e: UInt8 { 0x65 }
    @_transparent public static var f: UInt8 { 0x66 }
    @_transparent public static var n: UInt8 { 0x6E }
    @_transparent public static var t: UInt8 { 0x74 }
    @_transparent public static var u: UInt8 { 0x75 }
    @_transparent public static var leftBrace: UInt8 { 0x7B }
    @_transparent public static var rightBrace: UInt8 { 0x7D }
}

extension UInt8 {
    @_transparent public var isASCIIDigit: Bool { self &- ASCII.zero <= 9 }
    @_transparent public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// The value of a hexadecimal digit, or `nil` for any other byte.
    @_transparent public var hexadecimalValue: UInt8? {
        if isASCIIDigit { return self &- ASCII.zero }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter &+ 10 : nil
    }
}

/// Loads and compares several bytes of a text at once.
///
/// `UnsafeRawPointer.loadUnaligned` is one instruction in release builds, but calls of generic functions in debug
/// builds. Debug builds load a tuple of bytes instead, which has no alignment requirement, and memory of bytes may be
/// bound to such tuples. Release builds do not, because the optimizer may load the tuple's bytes one by one.
public enum ByteWords {
    public typealias Four = (UInt8, UInt8, UInt8, UInt8)
    public typealias Eight = (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8)

    /// The literals `null` and `true`, and the first four bytes of `false`.
    @_transparent public static var null: UInt32 { 0x6C6C_756E }
    @_transparent public static var `true`: UInt32 { 0x6575_7274 }
    @_transparent public static var fals: UInt32 { 0x736C_6166 }

    /// The high bit of each byte, which is set in bytes that are not ASCII.
    @_transparent public static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// Loads four bytes in little-endian order.
    @_transparent
    public static func four(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
        #if DEBUG
        unsafe littleEndian(
            unsafeBitCast(UnsafeRawPointer(bytes).assumingMemoryBound(to: Four.self).pointee, to: UInt32.self))
        #else
        unsafe littleEndian(UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
        #endif
    }

    /// Loads eight bytes in little-endian order.
    @_transparent
    public static func eight(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        #if DEBUG
        unsafe littleEndian(
            unsafeBitCast(UnsafeRawPointer(bytes).assumingMemoryBound(to: Eight.self).pointee, to: UInt64.self))
        #else
        unsafe littleEndian(UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
        #endif
    }

    /// Stores eight bytes in little-endian order.
    @_transparent
    public static func store(_ word: UInt64, to bytes: UnsafeMutablePointer<UInt8>) {
        unsafe UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: Eight.self).pointee =
            unsafe unsafeBitCast(littleEndian(word), to: Eight.self)
    }

    /// Returns a word whose lowest high bit marks the first quotation mark, backslash or control character. Higher bits
    /// may be wrong.
    ///
    /// For an ASCII byte, each difference has the high bit if it is negative. A byte that is not ASCII is not marked,
    /// and borrows nothing from the byte above it.
    @_transparent
    public static func specials(_ word: UInt64) -> UInt64 {
        (((word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101)
            | ((word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101)
            | (word &- 0x2020_2020_2020_2020)) & ~word & 0x8080_8080_8080_8080
    }

    /// Returns the address of the next quotation mark, backslash or control character, and adds all bytes before it to
    /// `union`.
    ///
    /// - Precondition: There is such a byte, and seven bytes after it are readable.
    @_transparent
    public static func nextSpecial(
        _ text: UnsafePointer<UInt8>, joining union: inout UInt64
    ) -> UnsafePointer<UInt8> {
        var text = unsafe text
        var word = unsafe eight(text)
        var hits = specials(word)
        while hits == 0 {
            union |= word
            unsafe text += 8
            word = unsafe eight(text)
            hits = specials(word)
        }
        // Only the bytes before the hit are added.
        union |= word & (hits & (0 &- hits) &- 1)
        return unsafe text + (hits.trailingZeroBitCount &>> 3)
    }

    /// Returns whether `count` bytes are the same at two addresses. Up to seven bytes after them are read.
    ///
    /// - Precondition: `count` is at least one.
    @_transparent
    public static func areEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
        var index = 0
        while index &+ 8 < count, unsafe eight(left + index) == eight(right + index) { index &+= 8 }
        // Only the last one to eight bytes count in the last word.
        return unsafe index &+ 8 >= count
            && (eight(left + index) ^ eight(right + index))
                &<< UInt64(truncatingIfNeeded: 8 &* (index &+ 8 &- count)) == 0
    }

    #if _endian(little)
    @_transparent public static func littleEndian(_ word: UInt32) -> UInt32 { word }
    @_transparent public static func littleEndian(_ word: UInt64) -> UInt64 { word }
    #else
    @_transparent public static func littleEndian(_ word: UInt32) -> UInt32 { word.byteSwapped }
    @_transparent public static func littleEndian(_ word: UInt64) -> UInt64 { word.byteSwapped }
    #endif
}
