/// Lays out JSON text.
enum JSONText {
    /// Breaks compact JSON into lines of about 100 columns, at commas between values.
    static func wrapped(_ text: String, width: Int = 96) -> [String] {
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
}
