// Texts that are put together from many short ones are written as bytes, since a `String` looks at its ends and its
// flags again for each of them.

extension [UInt8] {
    mutating func append(_ text: String) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if isDone == nil { append(contentsOf: text.utf8) }
    }

    /// The bytes, which are UTF-8, as text.
    var text: String { String(decoding: self, as: UTF8.self) }
}

/// A text between two quotes.
func quoted(_ text: String) -> String {
    let count = text.utf8.count
    return String(unsafeUninitializedCapacity: count + 2) { buffer in
        let inner = UnsafeMutableBufferPointer(rebasing: buffer[1...])
        buffer[0] = UInt8(ascii: "\"")
        buffer[1 + inner.copy(text.utf8)] = UInt8(ascii: "\"")
        return count + 2
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes a text at the beginning, and says how long it is.
    func copy(_ text: String.UTF8View) -> Int {
        let count = text.withContiguousStorageIfAvailable { update(fromContentsOf: $0) }
        return count ?? update(fromContentsOf: text)
    }
}
