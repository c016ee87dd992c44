import ApusAPIModel

/// A received multipart body whose parts have types. Bodies with the same object and encodings are equal.
struct ReceivedParts: Hashable {
    /// The object whose members are the parts, or another name for it.
    var type: TypeID
    var encodings: [PropertyEncoding]

    /// Returns `nil` for a body in another form, and for parts without types.
    init?(_ content: Content) {
        guard case .multipart(let use?, let encodings) = content.coding, case .named(let id) = use.type else {
            return nil
        }
        type = id
        self.encodings = encodings
    }
}

extension API {
    /// The multipart bodies that are received, each once.
    var receivedParts: [ReceivedParts] {
        var seen: Set<ReceivedParts> = []
        let contents = operations.flatMap { $0.responses.flatMap(\.contents) } + webhooks.flatMap(\.contents)
        return contents.compactMap(ReceivedParts.init).filter { seen.insert($0).inserted }
    }
}
