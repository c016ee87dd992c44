/// The bytes of JSON's grammar, for nothing in a debug build too, where `UInt8(ascii:)` is a call for each byte of a
/// text. `@_transparent` functions are inlined there as well, if they come from another module: hence this one.
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
