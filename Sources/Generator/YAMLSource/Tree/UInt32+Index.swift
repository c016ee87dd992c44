// Conversions between `Int` and the 32-bit indices of trees. A debug build specializes the standard library's generic
// conversion at every use, which took half of this module's SIL passes.

extension Int {
    init(_ index: UInt32) { self.init(truncatingIfNeeded: index) }
}

extension UInt32 {
    /// - Precondition: The index has 32 bits, which `Limits.maximumBytes` guarantees.
    init(_ index: Int) {
        precondition(index >= 0 && index <= Int(truncatingIfNeeded: UInt32.max), "an index beyond 32 bits")
        self.init(truncatingIfNeeded: index)
    }
}
