import ApusDiagnostics

/// A Swift value as a printable tree. `apus inspect` shows the intermediate representation with it.
///
/// It is created by reflection, so that new fields are included without further code. Values that are `nil` or empty
/// are omitted.
indirect enum ValueTree {
    case scalar(String)
    case number(String)
    case boolean(Bool)
    case list([ValueTree])
    case record([(name: String, value: ValueTree)])

    init(_ value: Any) {
        let mirror = Mirror(reflecting: value)
        switch value {
        case let value as Bool: self = .boolean(value)
        case let value as any FixedWidthInteger: self = .number(String(describing: value))
        case let value as String: self = .scalar(value)
        case let value as any RawRepresentable<String>: self = .scalar(value.rawValue)
        default:
            switch mirror.displayStyle {
            case .optional:
                self = mirror.children.first.map { ValueTree($0.value) } ?? .list([])
            case .collection:
                self = .list(mirror.children.map { ValueTree($0.value) })
            case .set:
                // The order of a set changes from run to run.
                self = .list(mirror.children.map { ValueTree($0.value) }.sorted { $0.json < $1.json })
            case .enum:
                self = Self.enumCase(value, mirror)
            default:
                self = Self.fields(of: mirror)
            }
        }
    }

    /// Returns the name of a case without values, or a record with one member for a case with values.
    private static func enumCase(_ value: Any, _ mirror: Mirror) -> ValueTree {
        guard let child = mirror.children.first, let name = child.label else {
            return .scalar(String(describing: value))
        }
        return .record([(name, ValueTree(child.value))])
    }

    private static func fields(of mirror: Mirror) -> ValueTree {
        let members = mirror.children.enumerated().compactMap { index, child -> (name: String, value: ValueTree)? in
            let value = ValueTree(child.value)
            let label = child.label.map { $0.hasPrefix(".") ? String(index) : $0 } ?? String(index)
            return value.isEmpty ? nil : (label, value)
        }
        if members.count == 1, members[0].name == "rawValue" { return members[0].value }
        return .record(members)
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
