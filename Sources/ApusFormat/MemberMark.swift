/// A mark in the member list of an object's table.
///
/// The generator writes the list and the runtime reads it; <doc:GeneratedCode> describes it.
package enum MemberMark: Unicode.Scalar, Sendable {
    // After the name of a member.

    case mayBeAbsent = "?"
    case mayBeNull = "~"
    /// Stands twice, before the JSON text of the constant.
    case constant = "="

    // Beside the members.

    /// The object is closed, and other members are violations.
    case closed = "!"
    /// Other members are kept, and have a type.
    case keepsOthers = "*"
    /// Stands before the name of a member that only the other direction has.
    case otherDirection = "<"
    /// A `WireState` follows the stored members.
    case wireState = "^"

    /// The mark that a byte of the list is.
    package init?(_ byte: UInt8) { self.init(rawValue: Unicode.Scalar(byte)) }

    package var text: String { String(rawValue) }
}

/// Whether a byte of a member's name needs no quotes. A name with another byte is written as a JSON string.
package func isPlainInMemberName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: ":"):
        true
    default: false
    }
}
