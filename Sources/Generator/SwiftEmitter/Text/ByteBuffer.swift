// Long texts are built as bytes, because appending to a `String` costs more for each short text.

extension [UInt8] {
    mutating func append(_ text: String) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if isDone == nil { append(contentsOf: text.utf8) }
    }

    /// The bytes, which are UTF-8, as text.
    var text: String { String(decoding: self, as: UTF8.self) }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes a text at the beginning, and returns its length.
    func copy(_ text: String.UTF8View) -> Int {
        let count = text.withContiguousStorageIfAvailable { update(fromContentsOf: $0) }
        return count ?? update(fromContentsOf: text)
    }
}
