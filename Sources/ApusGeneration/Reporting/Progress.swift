/// Says on a terminal what a long run is at, on one line that is wiped in the end.
package struct Progress {
    let isShown: Bool

    func show(_ step: String) {
        if isShown { Output.error.write("\r\u{1B}[K\(step) …") }
    }

    package func clear() {
        if isShown { Output.error.write("\r\u{1B}[K") }
    }
}
