import ApusDiagnostics

/// Puts Swift source together from short texts.
enum SwiftText {
    /// Puts items on lines of about 100 columns, with a separator after each but the last.
    static func filled(_ items: [String], separator: String, width: Int = 96) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        for (index, item) in items.enumerated() {
            let isLast = index == items.count - 1
            if line.isEmpty {
                line.reserveCapacity(width)
            } else if line.count + 1 + item.utf8.count + (isLast ? 0 : separator.utf8.count) > width {
                lines.append(line.text)
                line.removeAll(keepingCapacity: true)
            } else {
                line.append(UInt8(ascii: " "))
            }
            line.append(item)
            if !isLast { line.append(separator) }
        }
        if !line.isEmpty { lines.append(line.text) }
        return lines
    }

    /// Joins the lines of a list, or returns `nil` if the result is too long.
    static func onOneLine(_ lines: [String], width: Int) -> String? {
        let length = lines.reduce(0) { $0 + $1.utf8.count + 1 }
        return length <= width ? lines.joined(separator: " ") : nil
    }

    /// Lines with a comma after each but the last.
    static func separated(_ items: [String]) -> [String] {
        items.enumerated().map { index, item in index < items.count - 1 ? item + "," : item }
    }

    /// A name for a message or a comment: short, and without control characters.
    static func oneLine(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(80) {
            result.unicodeScalars.append(isPrintable(scalar) ? scalar : "\u{FFFD}")
        }
        return result
    }
}
