/// A rule on several members of an object that JSON Schema cannot express (`x-apus-rules`).
///
/// Generated code creates it (see <doc:GeneratedCode>).
@safe  // The rule is created for a model type, and only the table of that type calls it, with a value of that type.
public struct ModelRule: Sendable {
    let text: StaticString
    /// The member that a violation points to, or `nil` for the object.
    let member: StaticString?
    let message: StaticString?
    /// Returns whether a value satisfies the rule, or `nil` if an absent member makes the rule inapplicable.
    let holds: @Sendable (UnsafeRawPointer) -> Bool?

    /// - Parameters:
    ///   - text: The rule's expression as written in the description.
    ///   - member: The member that a violation points to, or `nil` for the object.
    ///   - message: The description's own message for a violation.
    ///   - condition: Returns whether a value satisfies the rule, or `nil` if the rule does not apply.
    public init<Model: ObjectModel>(
        _ text: StaticString, at member: StaticString? = nil, message: StaticString? = nil,
        _ condition: @escaping @Sendable (Model) -> Bool?
    ) {
        self.text = text
        self.member = member
        self.message = message
        unsafe holds = { unsafe condition($0.assumingMemoryBound(to: Model.self).pointee) }
    }
}

extension Evaluator {
    /// Checks an object against the rules of its table.
    mutating func checkRules(_ shape: Shape, _ instance: Instance) -> Bool {
        guard case .object(let table, _, _) = shape.kind else { return true }
        var isValid = true
        for (index, rule) in table.rules.enumerated() where isValid || isCollecting {
            guard unsafe rule.holds(instance.memory) == false else { continue }
            isValid = fail(rule, "#/\(shape.type)/x-apus-rules/\(index)", shape, instance)
        }
        return isValid
    }

    /// Records a violation of a rule. Always returns `false`.
    private mutating func fail(_ rule: ModelRule, _ schemaPointer: String, _ shape: Shape, _ instance: Instance) -> Bool
    {
        let message = rule.message.map { "\($0)" } ?? "breaks the rule `\(rule.text)`"
        guard let member = rule.member.map({ "\($0)" }) else {
            instance.withView { view, _ in
                _ = fail("x-apus-rules", schemaPointer, message, isSecret: false, view)
            }
            return false
        }
        let isSecret = shape.schema?.context.secretNames.contains(member) == true
        inside(member) { evaluator in
            instance.withView { view, _ in
                guard case .object(let object) = view else { return }
                var isPresent = false
                object.withMember(SchemaName(member)) { value in
                    isPresent = true
                    value.withView { view, _ in
                        _ = evaluator.fail("x-apus-rules", schemaPointer, message, isSecret: isSecret, view)
                    }
                }
                if !isPresent { _ = evaluator.fail("x-apus-rules", schemaPointer, message, isSecret: true, .null) }
            }
        }
        return false
    }
}
