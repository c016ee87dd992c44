import APIModel
import Diagnostics
import OpenAPI
import YAMLSource

// `x-apus-default-from`: defaults that depend on other members.
extension Lowering {
    mutating func defaultSource(_ node: Node?) -> DefaultSource? {
        guard let node else { return nil }
        guard node.kind == .sequence else {
            invalidExtension("`x-apus-default-from` must be a list", node)
            return nil
        }
        var entries: [DefaultSource.Entry] = []
        for element in node.elements {
            if let known = element.entries.first(where: { !["when", "property", "value"].contains($0.key) }) {
                invalidExtension("unknown field `\(known.key)`", known.keyNode, ["when", "property", "value"])
                continue
            }
            let value: DefaultSource.Value
            switch (element["property"], element["value"]) {
            case (let property?, nil): value = .property(property.text)
            case (nil, let constant?): value = .literal(literal(constant))
            default:
                invalidExtension("an entry has either `property` or `value`", element)
                continue
            }
            var entry = DefaultSource.Entry(value: value)
            if let when = element["when"] {
                for condition in when.entries {
                    switch condition.key {
                    case "present": entry.whenPresent = condition.value.text
                    case "absent": entry.whenAbsent = condition.value.text
                    default: invalidExtension("unknown condition `\(condition.key)`", condition.keyNode, ["present", "absent"])
                    }
                }
            }
            entries.append(entry)
        }
        return DefaultSource(entries: entries)
    }

    /// Checks what needs all members of the object: names, and that values fit the member.
    mutating func checkSources(of properties: [Property], in whole: Conjunction) {
        let names = properties.map(\.name)
        for (name, schemas) in whole.properties {
            for schema in schemas {
                guard let source = schema["x-apus-default-from"] else { continue }
                let own = Conjunction([schema], in: document)
                for element in source.elements {
                    for reference in [element["property"], element["when"]?["present"], element["when"]?["absent"]] {
                        guard let reference, !names.contains(reference.text) else { continue }
                        invalidExtension("there is no property `\(reference.text)`", reference, names)
                    }
                    if let value = element["value"], let mismatch = mismatch(of: value, with: own) {
                        diagnostics.error(
                            .invalidExtension, "the value does not satisfy the schema of `\(name)`", at: value.place,
                            label: mismatch.label,
                            notes: mismatch.schema.map { [.init(mismatch.note, at: $0.place)] } ?? [])
                    }
                }
            }
        }
    }

    mutating func invalidExtension(_ message: String, _ node: Node, _ known: [String] = []) {
        diagnostics.error(
            .invalidExtension, message, at: node.place,
            help: closest(to: node.text, in: known).map { "did you mean `\($0)`?" })
    }
}
