internal import ApusFormat
import ApusModels

/// The Encoding Objects of OpenAPI, which say how the members of a form are encoded.
package struct MemberEncodings: Sendable {
    /// The Encoding Object of one member.
    package struct Encoding: Sendable {
        /// The first listed content type.
        package var contentType: String?
        /// The style, or `nil` if the content type decides how the value is encoded.
        package var style: ParameterStyle?
        package var explode: Bool?
        var allowReserved = false

        /// Returns the texts of a value by its content type: one for each element of an array, none for `null`, else
        /// one.
        func texts(of value: JSONValue) -> [String] {
            switch value {
            case .null: []
            case .array(let elements): elements.flatMap { $0.isNull ? [] : [text(of: $0)] }
            default: [text(of: value)]
            }
        }

        /// Returns the text of a scalar, unless the content type is JSON. Arrays and objects are always JSON.
        func text(of value: JSONValue) -> String {
            if contentType.flatMap({ MediaType($0) })?.isJSON != true, case .primitive(let text) = ParameterValue(value)
            {
                return text
            }
            return value.text
        }
    }

    package private(set) var members: [String: Encoding] = [:]
    /// The style of arrays and objects that `members` does not name.
    package private(set) var style: ParameterStyle?

    /// - Parameters:
    ///   - text: The Encoding Objects by the names of members, as JSON.
    ///   - style: The style of arrays and objects that `text` does not name.
    package init(_ text: StaticString?, style: ParameterStyle?) throws(JSONError) {
        let bytes = text.map { text in
            unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
        try self.init(reading: bytes, style: style)
    }

    package init(reading bytes: [UInt8]?, style: ParameterStyle?) throws(JSONError) {
        self.style = style
        guard let bytes else { return }
        for member in try JSON.decode(JSONValue.self, from: bytes).object ?? JSONObject() {
            let reserved = member.value[.allowReserved]?.bool
            var style = member.value[.style]?.string.flatMap(ParameterStyle.init(rawValue:))
            let explode = member.value[.explode]?.bool
            // OpenAPI 3.1: if one of the three fields is given, the others have their defaults and `contentType` is
            // ignored.
            if style == nil, reserved != nil || explode != nil { style = .form }
            let contentType = member.value[.contentType]?.string?.split(separator: ",").first.map(String.init)
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

extension JSONValue {
    fileprivate subscript(key: EncodingKey) -> JSONValue? { self[key.rawValue] }
}
