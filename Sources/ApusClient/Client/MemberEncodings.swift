import ApusModels

/// How the members of a form are written: OpenAPI's Encoding Objects.
struct MemberEncodings: Sendable {
    /// The Encoding Object of one member.
    struct Encoding: Sendable {
        /// The first content type that is listed.
        var contentType: String?
        /// Nil if the value is written by its content type.
        var style: ParameterStyle?
        var explode: Bool?
        var allowReserved = false

        /// A value's texts, by its content type: one, or one for each element of an array; none for `null`.
        func texts(of value: JSONValue) -> [String] {
            switch value {
            case .null: []
            case .array(let elements): elements.flatMap { $0.isNull ? [] : [text(of: $0)] }
            default: [text(of: value)]
            }
        }

        /// Scalars are text unless the content type is JSON; arrays and objects are JSON.
        func text(of value: JSONValue) -> String {
            if contentType.flatMap({ MediaType($0) })?.isJSON != true, case .primitive(let text) = ParameterValue(value) {
                return text
            }
            return value.text
        }
    }

    private var members: [String: Encoding] = [:]
    /// For arrays and objects that `members` does not name.
    private var style: ParameterStyle?

    /// - Parameter text: Encoding Objects by the names of members, as JSON.
    init(_ text: StaticString?, style: ParameterStyle?) throws(JSONError) {
        self.style = style
        guard let text else { return }
        let bytes = unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        for member in try JSON.decode(JSONValue.self, from: bytes).object ?? JSONObject() {
            let reserved = member.value["allowReserved"]?.bool
            var style = member.value["style"]?.string.flatMap(ParameterStyle.init(rawValue:))
            let explode = member.value["explode"]?.bool
            // OpenAPI 3.1: with one of the three given, the others have their defaults and the content type is ignored.
            if style == nil, reserved != nil || explode != nil { style = .form }
            let contentType = member.value["contentType"]?.string?.split(separator: ",").first.map(String.init)
            members[member.name] = Encoding(
                contentType: contentType, style: style, explode: explode, allowReserved: reserved == true)
        }
    }

    func encoding(of name: String, _ value: JSONValue) -> Encoding {
        if let encoding = members[name] { return encoding }
        switch value {
        case .array, .object: return Encoding(style: style)
        default: return Encoding()
        }
    }
}
