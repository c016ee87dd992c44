/// The parts of a decoded object that its properties cannot express, with one bit per member.
///
/// A bit records that an optional member was `null` and not absent, or that a constant was absent. It makes encoding
/// reproduce the decoded text and has no effect on equality. A struct has one `WireState` per 64 members with a bit.
public struct WireState: Sendable {
    var bits: UInt64 = 0

    public init() {}
}
