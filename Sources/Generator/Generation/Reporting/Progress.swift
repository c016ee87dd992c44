/// Shows the current step of a long run on one line of a terminal, and clears it at the end.
package struct Progress {
    let isShown: Bool

    func show(_ step: String) {
        if isShown { Output.error.write("\r\u{1B}[K\(step) …") }
    }

    package func clear() {
        if isShown { Output.error.write("\r\u{1B}[K") }
    }
}
