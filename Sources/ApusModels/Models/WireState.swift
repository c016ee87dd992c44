/// What a decoded object's properties cannot say, a bit a member: that an optional member was `null` rather than
/// absent, or that a constant was absent.
///
/// It makes encoding repeat what was decoded, and takes no part in equality. A struct has one for each 64 members
/// that need a bit.
public struct WireState: Sendable {
    var bits: UInt64 = 0

    public init() {}
}
