import ApusByteText
import ApusModels

/// A parameter's value, in the three shapes that OpenAPI's styles distinguish.
///
/// The value comes from the model's JSON, so any model can be a parameter and is spelled as in a body: a date by RFC
/// 3339, an enum by its raw value.
enum ParameterValue {
    case null
    case primitive(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The text of a scalar, or `nil` for other values.
    var primitive: String? { if case .primitive(let text) = self { text } else { nil } }

    var isCompound: Bool {
        switch self {
        case .array, .object: true
        case .null, .primitive: false
        }
    }

    init(_ value: some JSONCodable) throws(JSONError) {
        if let text = value as? String {
            self = .primitive(text)
        } else {
            let json = try JSON.encode(value)
            if let text = Self.plainText(json) {
                self = .primitive(text)
            } else {
                self.init(try JSON.decode(JSONValue.self, from: json))
            }
        }
    }

    /// Returns the text of a string without escapes or of an integer, which most parameters are, without decoding it.
    private static func plainText(_ json: [UInt8]) -> String? {
        if json.count >= 2, json[0] == UInt8(ascii: "\"") {
            let content = json[1..<(json.count - 1)]
            return content.contains(UInt8(ascii: "\\")) ? nil : String(decoding: content, as: UTF8.self)
        }
        // Up to 18 digits are an `Int64`.
        return json.count <= 18 && json.allSatisfy({ $0.isASCIIDigit }) ? String(decoding: json, as: UTF8.self) : nil
    }

    init(_ json: JSONValue) {
        switch json {
        case .null: self = .null
        case .bool(let value): self = .primitive(value ? "true" : "false")
        case .integer(let value): self = .primitive(String(value))
        case .number(let value): self = .primitive(String(value))
        case .decimal(let value): self = .primitive(String(describing: value))
        case .string(let value): self = .primitive(value)
        case .array(let elements): self = .array(elements)
        case .object(let members): self = .object(members)
        }
    }
}

extension JSONValue {
    /// The JSON text of a value that was decoded from JSON.
    var text: String {
        // Only a number that is not finite cannot be encoded, and JSON has none.
        (try? JSON.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
