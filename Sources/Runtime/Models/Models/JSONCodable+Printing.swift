// The text of values for people, which is their JSON with `***` for secrets.

extension JSONCodable {
    /// The JSON text for people on one line.
    var shownText: String {
        var writer = JSONWriter(isForPeople: true)
        do throws(JSONError) { try writer.encode(self) } catch { return "\(Self.self) (\(error))" }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Returns a mirror with the members of a JSON object, or with the JSON text of another value.
    func shownMirror(as style: Mirror.DisplayStyle) -> Mirror {
        let text = shownText
        let members = (try? JSON.decode(JSONValue.self, from: Array(text.utf8)))?.object
        guard let members else { return Mirror(self, children: ["json": text]) }
        return Mirror(self, children: members.map { ($0.name, $0.value) }, displayStyle: style)
    }
}

extension ObjectModel {
    public func write<Target: TextOutputStream>(to target: inout Target) { target.write(shownText) }

    public var customMirror: Mirror { shownMirror(as: .struct) }
}

extension UnionModel {
    public func write<Target: TextOutputStream>(to target: inout Target) { target.write(shownText) }

    public var customMirror: Mirror { shownMirror(as: .struct) }
}

extension TupleModel {
    public func write<Target: TextOutputStream>(to target: inout Target) { target.write(shownText) }

    public var customMirror: Mirror { shownMirror(as: .struct) }
}

extension JSONValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The JSON text on one line.
    public var description: String { shownText }
    public var debugDescription: String { shownText }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension JSONObject: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The JSON text on one line.
    public var description: String { JSONValue.object(self).shownText }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension JSONNull: CustomStringConvertible {
    public var description: String { "null" }
}

extension Indirect: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { String(describing: wrappedValue) }
    public var debugDescription: String { String(reflecting: wrappedValue) }
    public var customMirror: Mirror { Mirror(reflecting: wrappedValue) }
}

extension Presence: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String {
        switch self {
        case .absent: "absent"
        case .null: "null"
        case .value(let value): String(describing: value)
        }
    }

    public var debugDescription: String {
        if case .value(let value) = self { String(reflecting: value) } else { description }
    }
}
