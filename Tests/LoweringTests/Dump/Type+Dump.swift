import ApusAPIModel

extension TypeDeclaration {
    var dumpLines: [String] {
        var head = ""
        var members: [String] = []
        switch self.shape {
        case .alias(let use):
            head = "alias \(self.id.name) = \(use.dump)" + (self.isExternal ? " declared elsewhere" : "")
        case .enumeration(let shape):
            let openness = shape.isExtensible ? " extensible" : shape.isOpen ? " open" : ""
            head = "enum \(self.id.name): \(shape.rawType.rawValue)" + openness
            members = shape.cases.map {
                "  \($0.value.json)" + ($0.nameHint.map { " named after \($0)" } ?? "")
                    + ($0.explicitName.map { " as \($0)" } ?? "") + ($0.documentation.map { " (\($0))" } ?? "")
            }
        case .union(let shape):
            head = "union \(self.id.name)" + (shape.isOpen ? " open" : "") + (shape.isExclusive ? " exclusive" : "")
            members = shape.variants.enumerated().map { index, variant in
                "  \(index) \(variant.nameHint): \(variant.type.dump)" + (variant.isRecursive ? " recursive" : "")
                    + (variant.documentation.map { " (\($0))" } ?? "")
            }
            members.append("  by " + shape.discrimination.dump)
            members += LogicalOperator.allCases.compactMap { logical in
                shape.operators[logical].map { "  \(logical.rawValue) makes \($0)" }
            }
        case .object(let shape):
            head = "object \(self.id.name)"
            members = shape.properties.map { "  " + $0.dump }
            if !shape.membersOfOtherDirection.isEmpty {
                members.append("  not in this direction: " + shape.membersOfOtherDirection.joined(separator: ", "))
            }
            switch shape.additionalProperties {
            case .ignored: break
            case .forbidden: members.append("  others forbidden")
            case .kept(let use): members.append("  others kept: \(use.dump)")
            }
            members += shape.rules.map { "  rule " + $0.dump }
        }
        if let explicitName = self.explicitName { head += " as \(explicitName)" }
        if self.isDeprecated { head += " deprecated" }
        head += self.direction.dump + (self.otherForm.map { ", otherwise \($0.name)" } ?? "")
        return [head] + members + self.constraints.assertions.map { "  assert " + $0.dump }
    }
}

extension Direction {
    fileprivate var dump: String {
        (contains(.request) ? " sent" : "") + (contains(.response) ? " received" : "")
    }
}

extension Property {
    fileprivate var dump: String {
        var text = "\(self.name)\(self.isRequired ? "" : "?"): \(self.type.dump)"
        if let constant = self.constant { text += " == \(constant.json)" }
        if let defaultValue = self.defaultValue { text += " = \(defaultValue.json)" }
        if let defaultSource = self.defaultSource { text += " from \(defaultSource.text)" }
        if let explicitName = self.explicitName { text += " as \(explicitName)" }
        if self.isRecursive { text += " recursive" }
        if self.isReadOnly { text += " readOnly" }
        if self.isWriteOnly { text += " writeOnly" }
        if self.isDeprecated { text += " deprecated" }
        return text
    }
}

extension Rule {
    fileprivate var dump: String {
        text + (member.map { " at \($0)" } ?? "") + (message.map { " (\($0))" } ?? "")
    }
}

extension TypeUse {
    var dump: String {
        var text = type.dump + (isNullable ? " | null" : "")
        if !constraints.isEmpty { text += " {" + constraints.assertions.map(\.dump).joined(separator: ", ") + "}" }
        return text
    }
}

extension Constraints.Assertion {
    fileprivate var dump: String {
        "\(keyword): \(operand.json)" + (message.map { " (\($0))" } ?? "")
    }
}

extension Type {
    fileprivate var dump: String {
        switch self {
        case .boolean: "boolean"
        case .integer(let format): format == .unspecified ? "integer" : format.rawValue
        case .number(let format): format == .unspecified ? "number" : format.rawValue
        case .string(let format): "string" + (format.map { "(\($0))" } ?? "")
        case .base64: "base64"
        case .file: "file"
        case .dateTime: "date-time"
        case .date: "date"
        case .uuid: "uuid"
        case .url: "url"
        case .array(let use): "[\(use.dump)]"
        case .map(let use): "{string: \(use.dump)}"
        case .tuple(let uses): "(\(uses.map(\.dump).joined(separator: ", ")))"
        case .named(let id): id.name
        case .any: "any"
        case .null: "null"
        case .never: "never"
        }
    }
}

extension Discrimination {
    fileprivate var dump: String {
        switch self {
        case .variant(let index): "\(index)"
        case .kind(let branches):
            "kind(\(branches.map { "\($0.key.rawValue): \($0.plan.dump)" }.joined(separator: ", ")))"
        case .property(let name, let branches, let otherwise, let absent):
            "value of \(name)("
                + (branches.map { "\($0.key.json): \($0.plan.dump)" } + (otherwise.map { ["else \($0.dump)"] } ?? [])
                + (absent.map { ["absent \($0.dump)"] } ?? []))
                .joined(separator: ", ") + ")"
        case .presence(let branches, let otherwise):
            "presence("
                + (branches.map { "\($0.key): \($0.plan.dump)" } + (otherwise.map { ["else \($0.dump)"] } ?? []))
                .joined(separator: ", ") + ")"
        case .value(let branches, let otherwise):
            "value("
                + (branches.map { "\($0.key.json): \($0.plan.dump)" } + (otherwise.map { ["else \($0.dump)"] } ?? []))
                .joined(separator: ", ") + ")"
        case .element(let plan, let empty): "element(\(plan.dump), empty \(empty))"
        case .trial(let indices): "trial(\(indices.map(String.init).joined(separator: ", ")))"
        }
    }
}
