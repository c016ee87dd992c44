import ApusAPIModel
import ApusYAMLSource

extension Constraints {
    /// Whether the assertions depend on members of an object other than those with the given names.
    func dependOnMembers(besides names: Set<Spelling>) -> Bool {
        assertions.contains { JSONLiteral.keyword($0.keyword, $0.operand, looksAtMembersBesides: names) }
    }
}

extension JSONLiteral {
    fileprivate static func keyword(
        _ keyword: String, _ operand: JSONLiteral, looksAtMembersBesides names: Set<Spelling>
    ) -> Bool {
        switch keyword {
        case "minProperties", "maxProperties", "propertyNames", "patternProperties", "const", "enum", "$ref",
            "$dynamicRef":
            true
        case "additionalProperties", "unevaluatedProperties": operand != .bool(true)
        case "required": operand.elements.contains { !$0.isName(in: names) }
        case "properties": operand.members.contains { !names.contains(Spelling($0.name)) }
        case "dependentRequired":
            operand.members.contains { member in
                !names.contains(Spelling(member.name)) || member.value.elements.contains { !$0.isName(in: names) }
            }
        case "dependentSchemas":
            operand.members.contains { !names.contains(Spelling($0.name)) || $0.value.dependsOnMembers(besides: names) }
        case "allOf", "anyOf", "oneOf": operand.elements.contains { $0.dependsOnMembers(besides: names) }
        case "not", "if", "then", "else": operand.dependsOnMembers(besides: names)
        default: false
        }
    }

    private func dependsOnMembers(besides names: Set<Spelling>) -> Bool {
        members.contains { Self.keyword($0.name, $0.value, looksAtMembersBesides: names) }
    }

    private var elements: [JSONLiteral] { if case .array(let elements) = self { elements } else { [] } }
    private var members: [Member] { if case .object(let members) = self { members } else { [] } }

    private func isName(in names: Set<Spelling>) -> Bool {
        if case .string(let name) = self { names.contains(Spelling(name)) } else { false }
    }
}
