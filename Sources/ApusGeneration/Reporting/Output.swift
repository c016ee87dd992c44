#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// One of the process's two output streams.
package struct Output: Sendable {
    package static let standard = Output(descriptor: STDOUT_FILENO)
    package static let error = Output(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    package var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Writes all of `text`; a reader that went away is no error of ours.
    package func write(_ text: String) {
        _ = Platform.writeAll(descriptor, text)
    }
}
