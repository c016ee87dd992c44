/// A mark in the member list of an object's table.
///
/// The generator writes the list and the runtime reads it; <doc:GeneratedCode> describes it.
package enum MemberMark: Unicode.Scalar, Sendable {
    // After the name of a member.

    case mayBeAbsent = "?"
    case mayBeNull = "~"
    /// Written twice, before the JSON text of a constant.
    case constant = "="

    // Beside the members.

    /// The object is closed, and other members are violations.
    case closed = "!"
    /// The object keeps other members, which have a type.
    case keepsOthers = "*"
    /// The object keeps other members, because other alternatives of an `anyOf` list them.
    case keepsOverlap = "+"
    /// Precedes the name of a member that exists only in the other direction.
    case otherDirection = "<"
    /// A `WireState` follows the stored members.
    case wireState = "^"

    /// Returns the mark with this byte, if there is one.
    package init?(_ byte: UInt8) { self.init(rawValue: Unicode.Scalar(byte)) }

    package var text: String { String(rawValue) }
}

/// Whether a byte may occur in a member's name without quotes. A name with any other byte is written as a JSON string.
package func isPlainInMemberName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: ":"):
        true
    default: false
    }
}
