/// A keyword in the constraints of a table that is not part of JSON Schema.
package enum SchemaKey {
    /// The constraints on the variants of a union, by name.
    package static let variants = "x-apus-variants"
    /// Messages to report instead of the runtime's own, by keyword.
    package static let message = "x-apus-message"
}

/// A `$ref` to another generated type in the constraints of a table.
package enum TypeReference {
    private static let prefix = "#/"

    /// The reference to a type: `#/Name`.
    package static func text(_ name: String) -> String { prefix + name }

    /// The name of the referenced type, or `nil` for a reference within the schema.
    package static func name(in text: String) -> String? {
        text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    }
}

/// A key of an Encoding Object in the JSON text that describes a form.
package enum EncodingKey: String, Sendable {
    case contentType, style, explode, allowReserved
}
