/// Puts items on lines of about 100 columns, with a separator after each but the last.
func filled(_ items: [String], separator: String, width: Int = 96) -> [String] {
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

/// Lines of a list as one, if that is short.
func onOneLine(_ lines: [String], width: Int) -> String? {
    let length = lines.reduce(0) { $0 + $1.utf8.count + 1 }
    return length <= width ? lines.joined(separator: " ") : nil
}

/// Breaks compact JSON into lines of about 100 columns, at commas between values.
func wrappedJSON(_ text: String, width: Int = 96) -> [String] {
    guard text.utf8.count > width else { return [text] }
    var pieces: [String] = []
    var start = text.utf8.startIndex
    var isString = false
    var isEscaped = false
    for index in text.utf8.indices {
        let byte = text.utf8[index]
        if isString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isString = false
            }
        } else if byte == UInt8(ascii: "\"") {
            isString = true
        } else if byte == UInt8(ascii: ",") {
            let next = text.utf8.index(after: index)
            pieces.append(String(text[start..<next]))
            start = next
        }
    }
    pieces.append(String(text[start...]))
    var lines: [String] = []
    var line = ""
    for piece in pieces {
        if !line.isEmpty, line.utf8.count + piece.utf8.count > width {
            lines.append(line)
            line = ""
        }
        line += piece
    }
    lines.append(line)
    return lines
}
