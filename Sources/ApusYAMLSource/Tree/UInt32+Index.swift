// Trees hold their indices in 32 bits. The standard library converts integers by one generic function, which a debug
// build expands at every use: half of what the passes over SIL took for this module. These are compiled once.

extension Int {
    init(_ index: UInt32) { self.init(truncatingIfNeeded: index) }
}

extension UInt32 {
    /// - Precondition: The index fits; `Limits.maximumBytes` sees to it.
    init(_ index: Int) {
        precondition(index >= 0 && index <= Int(truncatingIfNeeded: UInt32.max), "an index beyond 32 bits")
        self.init(truncatingIfNeeded: index)
    }
}
