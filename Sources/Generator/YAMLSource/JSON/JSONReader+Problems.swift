extension JSONReader {
    func problem(_ message: String, length: Int = 1, help: String? = nil) -> JSONFailure {
        .syntax(JSONProblem(message: message, offset: offset, length: length, help: help))
    }

    /// Returns the problem of a character that the grammar does not allow here.
    func unexpected(_ expectation: String, help: String?) -> JSONFailure {
        let byte = bytes[offset]
        guard byte > 0x20, byte < 0x7F else { return problem(expectation, help: help) }
        return problem("\(expectation), found `\(Character(Unicode.Scalar(byte)))`", help: help)
    }

    func numberProblem(at end: Int) -> JSONFailure {
        .syntax(
            JSONProblem(
                message: "a digit is missing in this number", offset: offset, length: max(1, end - offset)))
    }

    /// Returns the problem of a text that ends early. It names the construct that is still open.
    func atEnd(in builder: borrowing TreeBuilder) -> JSONFailure {
        guard let container = builder.open.last else {
            return .syntax(JSONProblem(code: .emptyFile, message: "the file has no content", offset: 0, length: 0))
        }
        return .syntax(
            JSONProblem(
                message: container.isMapping ? "an object is not closed" : "an array is not closed",
                offset: Int(builder.records[Int(container.index)].start),
                help: "add the closing `\(container.isMapping ? "}" : "]")`"))
    }

    func helpForValue(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "]"), UInt8(ascii: "}"): "remove the comma before the closing bracket"
        case UInt8(ascii: "'"): "write the string in double quotes"
        case UInt8(ascii: "/"), UInt8(ascii: "#"): "remove the comment: JSON has none"
        default: nil
        }
    }
}
