import ApusModels

extension [DescribedPart] {
    /// Reads the parts of a body that has no generated type, by their names in the order of their first occurrence.
    ///
    /// The bytes of a file become a string with a character for each byte, so that its length is that of the file.
    ///
    /// - Throws: ``MultipartError`` or the error of the body.
    package func trees(of body: HTTPBody, contentType: String) async throws -> [(name: String, values: [TextTree])] {
        var trees: [(name: String, values: [TextTree])] = []
        var indices: [String: Int] = [:]
        var parts = MultipartSequence(body, contentType: contentType).makeAsyncIterator()
        while let received = try await parts.nextReceived() {
            let name = received.part.name ?? ""
            let tree = try await first { $0.name == name }.tree(of: received)
            if let index = indices[name] {
                trees[index].values.append(tree)
            } else {
                indices[name] = trees.count
                trees.append((name, [tree]))
            }
        }
        return trees
    }
}

extension DescribedPart? {
    fileprivate func tree(of received: ReceivedPart) async throws -> TextTree {
        let content = PartContent(received, self)
        if self?.form == .file {
            let bytes = try await content.file().body.collect(upTo: .max)
            return .json(.string(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))))
        }
        guard content.isJSON else { return .text(try await content.text(upTo: .max)) }
        do {
            return .json(try JSON.decode(JSONValue.self, from: try await content.json(upTo: .max)))
        } catch let error as JSONError {
            throw received.failure(.json(error))
        }
    }
}
