/// A value that is spelled by texts without types, as in a query or in a form.
package indirect enum TextTree: Sendable {
    case text(String)
    /// The values of one name, or the elements of an array.
    case list([TextTree])
    case members([Member])
    /// A text whose description says that it is JSON.
    case json(JSONValue)

    package struct Member: Sendable {
        package var name: String
        package var value: TextTree

        package init(_ name: String, _ value: TextTree) {
            self.name = name
            self.value = value
        }
    }

    /// Decodes a value. Its type decides whether a text is a string, a number or a boolean.
    ///
    /// OpenAPI does not define how arrays and objects are spelled within other values, so that their texts are JSON. If
    /// a type allows several kinds of values, a text is a string if the type has strings, else what it is in JSON.
    package func decode<Value: JSONCodable>(as type: Value.Type = Value.self) throws(JSONError) -> Value {
        let shape = ShapeCache.shared.shape(of: type)
        do {
            return try decode(TextReading(guess: .texts).json(self, as: shape))
        } catch {
            for guess in [TextReading.Guess.values, .arrays] {
                if let value: Value = try? decode(TextReading(guess: guess).json(self, as: shape)) { return value }
            }
            throw error
        }
    }

    private func decode<Value: JSONCodable>(_ json: JSONValue) throws(JSONError) -> Value {
        let options = JSONDecodingOptions()
        let text = try PaddedText(JSON.encode(json), options: options)
        var reader = JSONReader(text, options: options)
        reader.readsTexts = true
        reader.skipsOtherDirection = true
        return try reader.decode()
    }
}

/// Makes JSON of texts by the shape of a type. Numbers and booleans stay strings.
private struct TextReading {
    /// How a text is read that the type does not decide about.
    enum Guess {
        /// As a string.
        case texts
        /// As what it is in JSON.
        case values
        /// As the only element of an array.
        case arrays
    }

    let guess: Guess

    func json(_ tree: TextTree, as shape: Shape) -> JSONValue {
        if case .json(let value) = tree { return value }
        switch shape.kind {
        case .optional(_, let wrapped), .indirect(_, let wrapped): return json(tree, as: wrapped)
        case .array(_, let element): return array(tree) { _ in element }
        case .tuple(_, let elements): return array(tree) { $0 < elements.count ? elements[$0] : JSONValue.shape }
        case .object(let table, let shapes, _):
            return object(tree) { name in
                guard let member = table.members.first(where: { $0.name == name }) else {
                    return table.map == nil ? JSONValue.shape : shapes[shapes.count - 1]
                }
                return member.field < 0 ? JSONValue.shape : shapes[member.field]
            }
        case .dictionary(_, let value): return object(tree) { _ in value }
        case .union, .json, .opaque: return undecided(tree)
        case .string, .bool, .integer, .double, .scalar: return scalar(tree)
        }
    }

    private func scalar(_ tree: TextTree) -> JSONValue {
        switch tree {
        case .text(let text): .string(text)
        case .list(let elements) where elements.count == 1: scalar(elements[0])
        case .list(let elements): .array(elements.map(scalar))
        case .members, .json: undecided(tree)
        }
    }

    private func array(_ tree: TextTree, _ element: (Int) -> Shape) -> JSONValue {
        switch tree {
        case .list(let elements):
            if guess == .values, elements.count == 1, case .text(let text) = elements[0], let array = parsed(text) {
                return array
            }
            return .array(elements.enumerated().map { json($1, as: element($0)) })
        case .text(let text): return parsed(text) ?? .string(text)
        case .members(let members):
            // `name[0]=a&name[1]=b`
            let sorted = members.sorted { Int($0.name) ?? 0 < Int($1.name) ?? 0 }
            guard sorted.map(\.name) == (0..<members.count).map(String.init) else { return undecided(tree) }
            return .array(sorted.enumerated().map { json($1.value, as: element($0)) })
        case .json(let value): return value
        }
    }

    private func object(_ tree: TextTree, _ member: (String) -> Shape) -> JSONValue {
        switch tree {
        case .members(let members):
            return .object(JSONObject(members.map { ($0.name, json($0.value, as: member($0.name))) }))
        case .list(let elements) where elements.count == 1: return object(elements[0], member)
        case .text(let text): return parsed(text) ?? .string(text)
        case .list, .json: return undecided(tree)
        }
    }

    private func undecided(_ tree: TextTree) -> JSONValue {
        switch tree {
        case .text(let text): return guess == .values ? parsed(text) ?? .string(text) : .string(text)
        case .list(let elements) where elements.count == 1 && guess != .arrays: return undecided(elements[0])
        case .list(let elements): return .array(elements.map(undecided))
        case .members(let members):
            return .object(JSONObject(members.map { ($0.name, undecided($0.value)) }))
        case .json(let value): return value
        }
    }

    private func parsed(_ text: String) -> JSONValue? { try? JSON.decode(from: Array(text.utf8)) }
}
