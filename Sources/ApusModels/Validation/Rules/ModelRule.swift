/// A rule over an object's members that JSON Schema cannot say: `x-apus-rules` of the description.
///
/// Made by generated code; the format is described in <doc:GeneratedCode>.
@safe  // Made for a model's type, and called with the address of a value of it by that model's table.
public struct ModelRule: Sendable {
    let text: StaticString
    /// The member that a violation points to, if it is not the object itself.
    let member: StaticString?
    let message: StaticString?
    /// False for a value that breaks the rule; nil if it does not apply, for a member is not there.
    let holds: @Sendable (UnsafeRawPointer) -> Bool?

    /// - Parameters:
    ///   - text: the expression as the description has it.
    ///   - member: the member that a violation points to, if it is not the object itself.
    ///   - message: the description's own words for a violation.
    ///   - condition: false for a value that breaks the rule; nil if the rule does not apply.
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
    /// Checks an object by the rules of its table.
    mutating func checkRules(_ shape: Shape, _ instance: Instance) -> Bool {
        guard case .object(let table, _, _) = shape.kind else { return true }
        var isValid = true
        for (index, rule) in table.rules.enumerated() where isValid || isCollecting {
            guard unsafe rule.holds(instance.memory) == false else { continue }
            isValid = fail(rule, "#/\(shape.type)/x-apus-rules/\(index)", shape, instance)
        }
        return isValid
    }

    /// Notes that a rule is broken. Always false, for the caller to return.
    private mutating func fail(_ rule: ModelRule, _ schemaPointer: String, _ shape: Shape, _ instance: Instance) -> Bool {
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
                var isThere = false
                object.withMember(SchemaName(member)) { value in
                    isThere = true
                    value.withView { view, _ in
                        _ = evaluator.fail("x-apus-rules", schemaPointer, message, isSecret: isSecret, view)
                    }
                }
                if !isThere { _ = evaluator.fail("x-apus-rules", schemaPointer, message, isSecret: true, .null) }
            }
        }
        return false
    }
}
