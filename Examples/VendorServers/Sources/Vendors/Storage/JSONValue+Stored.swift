import ApusModels

/// A document has another form than the program writes.
struct UnreadableDocument: Error {}

extension Optional {
    /// - Throws: ``UnreadableDocument`` without a value.
    var unwrapped: Wrapped {
        get throws(UnreadableDocument) {
            guard let self else { throw UnreadableDocument() }
            return self
        }
    }
}

extension JSONValue {
    var uuid: UUID {
        get throws(UnreadableDocument) { try string.flatMap { UUID(uuidString: $0) }.unwrapped }
    }
}
