/// An output stream of the process.
package struct Output: Sendable {
    package static let standard = Output(descriptor: Platform.standardOutput)
    package static let error = Output(descriptor: Platform.standardError)

    private let descriptor: Int32

    package var isTerminal: Bool { Platform.isTerminal(descriptor) }

    /// Writes all of `text`. Errors are ignored, because the reader may have closed the stream.
    package func write(_ text: String) {
        _ = Platform.writeAll(descriptor, text)
    }
}
