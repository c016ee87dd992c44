import ApusPOSIX

/// The calls of the C library on the process, its memory and its open files, with its interruptions hidden.
enum Platform {
    static let standardOutput: Int32 = 1
    static let standardError: Int32 = 2

    static var processID: Int32 { apusProcessID() }

    static func isTerminal(_ descriptor: Int32) -> Bool { apusIsTerminal(descriptor) }

    static func exit(_ status: Int32) -> Never { apusExit(status) }

    /// Whether the bytes are the same: in a debug build, too, as fast as memory is read.
    static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        guard left.count == right.count else { return false }
        guard let first = left.baseAddress, let second = right.baseAddress else { return true }
        return apusAreEqual(first, second, left.count)
    }

    /// Writes all of `text`; whether that succeeded, or else `errno` says why not.
    static func writeAll(_ descriptor: Int32, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { apusWrite(descriptor, $0.baseAddress, $0.count) }
    }
}
