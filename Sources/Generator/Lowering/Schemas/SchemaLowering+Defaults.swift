import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Defaults, checked against their own schemas.
extension SchemaLowering {
    /// The default of a place, or `nil` if it has none or the default is not valid.
    ///
    /// An invalid default is not an error: it is checked against its schema, and omitted with a warning.
    mutating func defaultValue(of conjunction: Conjunction, constant: JSONLiteral?) -> JSONLiteral? {
        guard let source = conjunction.parts.first(where: { $0[.default] != nil }), let value = source[.default] else {
            return nil
        }
        if value.kind == .null {
            if conjunction.isNullable { return .null }
            if conjunction.isNull || conjunction.kinds == nil { return nil }
            // Many tools write this for "no default". It is not valid, but omitting it has no effect.
            diagnostics.warning(
                .invalidDefault, "`default: null` has no effect, because null is not allowed", at: value.place,
                notes: conjunction.first(.type).map { [.init("the schema requires something else", at: $0.place)] }
                    ?? [],
                help: "remove it, or allow null")
            return nil
        }
        if let mismatch = mismatch(of: value, with: Conjunction([source])) {
            diagnostics.warning(
                .invalidDefault, "`default` does not satisfy its own schema, and is ignored", at: mismatch.value.place,
                label: mismatch.label, notes: mismatch.schema.map { [.init(mismatch.note, at: $0.place)] } ?? [],
                help: mismatch.help)
            return nil
        }
        if let mismatch = mismatch(of: value, with: conjunction) {
            // The default may belong to another alternative or another part of an `allOf`.
            diagnostics.report(
                Diagnostic(
                    .invalidDefault, .note, "`default` is ignored, because another schema does not allow it",
                    at: value.place,
                    notes: mismatch.schema.map { [.init("this does not allow it", at: $0.place)] } ?? []))
            return nil
        }
        return constant == nil ? value.literal : nil
    }

    /// The reason why a value is not valid.
    struct Mismatch {
        var value: Node
        var label: String
        /// The violated keyword's operand.
        var schema: Node?
        var note = "the schema requires something else"
        var help: String?
    }

    /// The first reason why `value` is not valid against `conjunction`, as far as a default can be checked without a
    /// validator.
    func mismatch(of value: Node, with conjunction: Conjunction, depth: Int = 0) -> Mismatch? {
        if depth > Bounds.checkedLevels { return nil }
        if value.kind == .null, conjunction.isNullable || conjunction.isNull { return nil }
        for part in conjunction.parts {
            if let reason = mismatch(of: value, withOwn: part) { return reason }
            for keyword in Keywords.alternatives {
                let group = part.subschemas(keyword)
                guard !group.isEmpty else { continue }
                let reasons = group.map { member in
                    mismatch(of: value, with: Conjunction([member]), depth: depth + 1)
                }
                if !reasons.contains(where: { $0 == nil }) {
                    return Mismatch(
                        value: value, label: "this matches no alternative", schema: part[keyword],
                        note: "the alternatives are here")
                }
            }
        }
        return mismatchInside(value, conjunction, depth: depth)
    }

    private func mismatch(of value: Node, withOwn part: Schema) -> Mismatch? {
        if let type = part[.type], !part.types.contains(where: { value.isInstance(ofType: $0) }), value.kind != .null {
            let wanted = part.types.joined(separator: " or ")
            var help: String?
            if value.kind == .string,
                part.types.contains("integer") && Int(value.text) != nil
                    || value.kind == .string && part.types.contains("boolean")
                        && ["true", "false"].contains(value.text)
                    || value.kind == .string && part.types.contains("number") && Double(value.text) != nil
            {
                help = "write `default: \(value.text)`"
            } else if value.kind != .string, value.kind.isScalar, part.types.contains("string") {
                help = "write `default: \"\(value.text)\"`"
            } else if !part.types.contains("string") {
                help = value.readingHelp
            }
            return Mismatch(
                value: value, label: value.reading, schema: type,
                note: "the schema requires \(wanted.withArticle)", help: help)
        }
        if value.kind == .null, part[.type] != nil, !part.types.contains("null"), !part.isMarkedNullable {
            return Mismatch(value: value, label: "this is null", schema: part[.type])
        }
        if let values = part[.enum], !values.elements.contains(where: { $0.literal == value.literal }) {
            return Mismatch(
                value: value, label: "not one of the values", schema: values, note: "the values are listed here",
                help: suggestion(for: value.text, among: values.elements.map(\.text)))
        }
        if let constant = part[.const], constant.literal != value.literal {
            return Mismatch(value: value, label: "not the constant", schema: constant, note: "the constant is here")
        }
        return boundMismatch(value, part)
    }

    func boundMismatch(_ value: Node, _ part: Schema) -> Mismatch? {
        func fails(_ keyword: Keyword, _ holds: (Double) -> Bool) -> Mismatch? {
            guard let operand = part[keyword], let bound = operand.numericValue, !holds(bound) else { return nil }
            return Mismatch(
                value: value, label: "breaks `\(keyword.spelling): \(operand.text)`", schema: operand,
                note: "the limit is here")
        }
        switch value.kind {
        case .integer, .number:
            guard let number = value.numericValue else { return nil }
            return fails(.minimum) { number >= $0 } ?? fails(.maximum) { number <= $0 }
                ?? fails(.exclusiveMinimum) { number > $0 } ?? fails(.exclusiveMaximum) { number < $0 }
        case .string:
            let count = Double(value.text.unicodeScalars.count)
            return fails(.minLength) { count >= $0 } ?? fails(.maxLength) { count <= $0 }
        case .sequence:
            let count = Double(value.elements.count)
            return fails(.minItems) { count >= $0 } ?? fails(.maxItems) { count <= $0 }
        case .mapping:
            let missing = part.required.first { value[$0.text] == nil }
            return missing.map {
                Mismatch(
                    value: value, label: "`\($0.text)` is missing", schema: $0, note: "the member is required here")
            }
        case .null, .boolean: return nil
        }
    }

    private func mismatchInside(_ value: Node, _ conjunction: Conjunction, depth: Int) -> Mismatch? {
        if value.kind == .sequence {
            let items = conjunction.parts.compactMap { $0.subschema(.items) }
            guard !items.isEmpty else { return nil }
            let element = Conjunction(items)
            return value.elements.lazy.compactMap { mismatch(of: $0, with: element, depth: depth + 1) }.first
        }
        guard value.kind == .mapping else { return nil }
        for (name, schemas) in conjunction.properties {
            guard let member = value[name] else { continue }
            let inner = Conjunction(schemas)
            if let reason = mismatch(of: member, with: inner, depth: depth + 1) { return reason }
        }
        return nil
    }
}

extension Node {
    /// Whether a value has a type of JSON Schema.
    func isInstance(ofType type: String) -> Bool {
        switch type {
        case "null": kind == .null
        case "boolean": kind == .boolean
        case "integer": isInteger
        case "number": isJSONNumber
        case "string": kind == .string
        case "array": kind == .sequence
        case "object": kind == .mapping
        default: true
        }
    }
}
