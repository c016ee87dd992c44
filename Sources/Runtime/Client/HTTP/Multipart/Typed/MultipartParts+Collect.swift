import ApusModels

extension MultipartParts {
    /// Returns the object of all parts, with its files in memory.
    ///
    /// Parts that the description does not list are omitted, unless it gives them a type.
    ///
    /// - Parameter maximum: The maximum size of all parts together, in bytes.
    /// - Throws: The errors of iteration. An invalid value is a ``MultipartError/Reason/json(_:)`` with a pointer that
    ///   begins with the part's name.
    public func collect(upTo maximum: Int = 64 << 20) async throws -> Part.Whole {
        do {
            return try await collected(upTo: maximum)
        } catch {
            throw failure(error)
        }
    }

    private func collected(upTo maximum: Int) async throws -> Part.Whole {
        let table = Part.table
        var census = PartCensus(table, validates: options.validates)
        var whole = PartAssembly()
        var allowance = maximum
        var parts = untyped.makeAsyncIterator()
        while let received = try await parts.nextReceived() {
            let index = try census.admit(received)
            guard let description = table.description(of: index) else { continue }
            allowance -= try await whole.add(received, description, upTo: allowance)
        }
        try census.finish()
        for part in table.parts where part.count != nil && part.isRequired { whole.addArray(part.name) }
        let value: Part.Whole
        do {
            value = try whole.decode()
        } catch {
            throw MultipartError(.json(error))
        }
        if options.validates { try value.validate() }
        return value
    }
}

/// The parts of a body as the members of a JSON object, with placeholders for files.
private struct PartAssembly {
    /// The names in order of their first occurrence.
    private var names: [String] = []
    private var values: [String: [[UInt8]]] = [:]
    private var arrays: Set<String> = []
    private let files = FileCollector()

    /// Adds a part.
    ///
    /// - Returns: The size of the part in bytes.
    mutating func add(_ received: ReceivedPart, _ description: DescribedPart, upTo maximum: Int) async throws -> Int {
        let content = PartContent(received, description)
        let name = received.part.name ?? ""
        let json: [UInt8]
        let size: Int
        if description.form == .file {
            let file = try await content.file(upTo: maximum)
            size = file.body.bytesInMemory?.count ?? 0
            var writer = JSONWriter()
            writer.write(files.placeholder(for: file))
            json = writer.bytes
        } else {
            json = try await content.json(upTo: maximum)
            size = json.count
            // Each part must be valid JSON by itself, so that it cannot end the enclosing object.
            do {
                _ = try JSON.decode(JSONValue.self, from: json)
            } catch {
                throw received.failure(.json(error))
            }
        }
        if description.count != nil { arrays.insert(name) }
        if values[name] == nil { names.append(name) }
        values[name, default: []].append(json)
        return size
    }

    /// Adds an empty array, unless it has elements.
    mutating func addArray(_ name: String) {
        guard values[name] == nil else { return }
        names.append(name)
        values[name] = []
        arrays.insert(name)
    }

    func decode<Whole: JSONCodable>() throws(JSONError) -> Whole {
        var text: [UInt8] = [UInt8(ascii: "{")]
        for name in names {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            var writer = JSONWriter()
            writer.write(name)
            text += writer.bytes + [UInt8(ascii: ":")]
            let list = values[name] ?? []
            let isArray = arrays.contains(name)
            if isArray { text.append(UInt8(ascii: "[")) }
            text += list.joined(separator: [UInt8(ascii: ",")])
            if isArray { text.append(UInt8(ascii: "]")) }
        }
        text.append(UInt8(ascii: "}"))
        return try files.decode(from: text)
    }
}
