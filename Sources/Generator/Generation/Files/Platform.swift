import ApusPOSIX

/// Calls of the C library for the process, memory and open files. Interrupted calls are repeated.
enum Platform {
    static let standardOutput: Int32 = 1
    static let standardError: Int32 = 2

    static var processID: Int32 { apusProcessID() }

    static func isTerminal(_ descriptor: Int32) -> Bool { apusIsTerminal(descriptor) }

    static func exit(_ status: Int32) -> Never { apusExit(status) }

    /// Whether two buffers have the same bytes. Fast in debug builds, too.
    static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        guard left.count == right.count else { return false }
        guard let first = left.baseAddress, let second = right.baseAddress else { return true }
        return apusAreEqual(first, second, left.count)
    }

    /// Writes all of `text`. Returns `false` if that fails, with the reason in `errno`.
    static func writeAll(_ descriptor: Int32, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { apusWrite(descriptor, $0.baseAddress, $0.count) }
    }
}
