import ApusDiagnostics

/// A value as a printable tree. `apus inspect` shows the intermediate representation with it.
indirect enum ValueTree {
    case scalar(String)
    case number(String)
    case boolean(Bool)
    case list([ValueTree])
    case record([(name: String, value: ValueTree)])

    /// A record of named values. Values that are `nil` or empty are omitted.
    static func record(_ members: KeyValuePairs<String, any Inspectable>) -> ValueTree {
        .record(
            members.compactMap { name, value in
                let tree = value.tree
                return tree.isEmpty ? nil : (name, tree)
            })
    }

    /// An alternative with a value: a record of one member.
    static func choice(_ name: String, _ value: any Inspectable) -> ValueTree { .record([(name, value.tree)]) }

    /// An alternative with several values, each of which has its name or its position.
    static func choice(_ name: String, _ values: KeyValuePairs<String, any Inspectable>) -> ValueTree {
        .record([(name, .record(values))])
    }

    private var isEmpty: Bool {
        switch self {
        case .list(let values): values.isEmpty
        case .record(let members): members.isEmpty
        case .scalar, .number, .boolean: false
        }
    }
}

extension ValueTree {
    /// The tree as indented lines of `name: value`.
    var text: String {
        var text = ""
        appendText(to: &text, indentation: "")
        return text
    }

    private func appendText(to text: inout String, indentation: String) {
        switch self {
        case .scalar, .number, .boolean: text += indentation + json + "\n"
        case .list(let values):
            for value in values {
                var item = ""
                value.appendText(to: &item, indentation: indentation + "  ")
                text += indentation + "- " + item.dropFirst(indentation.count + 2)
            }
        case .record(let members):
            for (name, value) in members {
                switch value {
                case .scalar, .number, .boolean: text += "\(indentation)\(name): \(value.json)\n"
                case .list, .record:
                    text += "\(indentation)\(name):\n"
                    value.appendText(to: &text, indentation: indentation + "  ")
                }
            }
        }
    }

    /// The tree as JSON on one line.
    var json: String {
        switch self {
        case .scalar(let text): jsonQuoted(text)
        case .number(let digits): digits
        case .boolean(let value): value ? "true" : "false"
        case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .record(let members):
            "{" + members.map { jsonQuoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }
}
