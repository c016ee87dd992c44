/// One of the process's two output streams.
package struct Output: Sendable {
    package static let standard = Output(descriptor: Platform.standardOutput)
    package static let error = Output(descriptor: Platform.standardError)

    private let descriptor: Int32

    package var isTerminal: Bool { Platform.isTerminal(descriptor) }

    /// Writes all of `text`; a reader that went away is no error of ours.
    package func write(_ text: String) {
        _ = Platform.writeAll(descriptor, text)
    }
}
