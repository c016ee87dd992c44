import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Assertions that no value satisfies.
extension SchemaLowering {
    private static let ranges: [(lower: Keyword, upper: Keyword)] = [
        (.minimum, .maximum), (.minLength, .maxLength), (.minItems, .maxItems), (.minProperties, .maxProperties),
    ]

    /// Reports ranges without values, in one schema or in several together.
    mutating func reportEmptyRanges(in parts: [Schema]) {
        for (lower, upper) in Self.ranges {
            let lowest = bound(lower, in: parts) { $0 > $1 }
            guard let lowest, let highest = bound(upper, in: parts, { $0 < $1 }), lowest.value > highest.value else {
                continue
            }
            diagnostics.warning(
                .conflictingSchemas,
                "no value satisfies `\(lower.spelling): \(lowest.node.text)` and `\(upper.spelling): \(highest.node.text)`",
                at: highest.node.place, notes: [.init("`\(lower.spelling)` is here", at: lowest.node.place)])
        }
    }

    private func bound(
        _ keyword: Keyword, in parts: [Schema], _ isStricter: (Double, Double) -> Bool
    ) -> (value: Double, node: Node)? {
        var result: (value: Double, node: Node)?
        for part in parts {
            guard let node = part[keyword], let value = node.numericValue else { continue }
            if let current = result, !isStricter(value, current.value) { continue }
            result = (value, node)
        }
        return result
    }

    /// Checks that `x-apus-message` maps keywords of its schema to texts.
    mutating func checkMessages(of schema: Schema) {
        guard let messages = schema[.message] else { return }
        guard messages.kind == .mapping else {
            return diagnostics.invalidExtension(
                "`x-apus-message` must map keywords to strings, such as `{pattern: …}`", messages)
        }
        for entry in messages.entries {
            if entry.value.kind != .string {
                diagnostics.invalidExtension("the message for `\(entry.key)` must be a string", entry.value)
            } else if schema[entry.key] == nil {
                diagnostics.invalidExtension(
                    "the schema has no keyword `\(entry.key)`, so the message has no effect", entry.keyNode,
                    schema.node.entries.map(\.key))
            }
        }
    }
}
