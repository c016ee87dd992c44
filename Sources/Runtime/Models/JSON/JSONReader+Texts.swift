import ApusByteText

// Values that were written without types, as in a query: `"7"` is the number 7 where a number is expected.
extension JSONReader {
    /// Reads `"true"` or `"false"`, or returns `nil`.
    mutating func readQuotedBool() -> Bool? {
        guard unsafe start[position] == ASCII.quote else { return nil }
        let word = unsafe ByteWords.four(start + (position + 1))
        if word == ByteWords.true, unsafe start[position &+ 5] == ASCII.quote {
            position &+= 6
            return true
        }
        if word == ByteWords.fals, unsafe start[position &+ 5] == ASCII.e, unsafe start[position &+ 6] == ASCII.quote {
            position &+= 7
            return false
        }
        return nil
    }

    /// Reads a number within quotation marks, or returns `nil` if the next value is something else.
    mutating func scanQuotedNumber() throws(JSONError) -> ScannedNumber? {
        guard unsafe start[position] == ASCII.quote else { return nil }
        let offset = position
        position &+= 1
        // Neither a space before the number nor another string.
        if unsafe start[position] == ASCII.minus || start[position] &- ASCII.zero <= 9,
            let number = try? scanNumber(expected: "a number"), unsafe start[position] == ASCII.quote
        {
            position &+= 1
            return number
        }
        position = offset
        return nil
    }
}
