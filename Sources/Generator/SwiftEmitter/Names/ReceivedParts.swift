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
    /// The multipart bodies that are received, each once. A client receives those of responses, and a server those of
    /// requests.
    func receivedParts(_ parts: Set<EmitterOptions.Part>) -> [ReceivedParts] {
        var seen: Set<ReceivedParts> = []
        let requests = operations.flatMap { $0.requestBody?.contents ?? [] }.filter(isObject)
        let contents =
            operations.flatMap { $0.responses.flatMap(\.contents) } + webhooks.flatMap(\.contents)
            + (parts.contains(.server) ? requests : [])
        return contents.compactMap(ReceivedParts.init).filter { seen.insert($0).inserted }
    }

    /// Whether the parts of a content are the members of one object, directly or through aliases.
    private func isObject(_ content: Content) -> Bool {
        guard case .multipart(var use?, _) = content.coding else { return false }
        for _ in 0...types.count {
            guard case .named(let id) = use.type, let declaration = types.first(where: { $0.id == id }),
                !declaration.isExternal
            else { return false }
            switch declaration.shape {
            case .object: return true
            case .alias(let target): use = target
            case .enumeration, .union: return false
            }
        }
        return false
    }
}
