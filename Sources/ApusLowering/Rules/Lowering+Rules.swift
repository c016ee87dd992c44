import ApusAPIModel
import ApusDiagnostics
import ApusECMARegex
import ApusOpenAPI
import ApusYAMLSource

// `x-apus-rules`: rules over an object's members.
extension Lowering {
    /// Notes the rules of an object, which are read when all types are known.
    mutating func noteRules(of whole: Conjunction, id: TypeID) {
        for part in whole.parts {
            guard let node = part[.rules] else { continue }
            declarations.note { $0.addRules(node, of: id) }
        }
    }

    /// Reads the rules that were noted, and the defaults that depend on other members.
    mutating func lowerRules(in api: inout API) {
        for node in declarations.notes.misplacedRuleLists {
            let start = mark
            diagnostics.error(
                .misplacedRules, "`x-apus-rules` belongs to an object with `properties`", at: node.place,
                help: "write it in the schema that has the members that it is about")
            leaveOut("a list of rules", at: node.place, since: start)
        }
        let notes = declarations.notes
        guard !notes.rules.isEmpty || !notes.defaults.isEmpty else { return }
        let types = RuleTypes(api)
        let indices = Dictionary(api.types.indices.map { (api.types[$0].id, $0) }) { first, _ in first }
        for (id, node) in notes.rules {
            guard let index = indices[id], case .object(var shape) = api.types[index].shape else { continue }
            shape.rules += rules(node, about: id, shape, types)
            api.types[index].shape = .object(shape)
        }
        for (id, name, node) in notes.defaults {
            guard let index = indices[id], case .object(var shape) = api.types[index].shape,
                let member = shape.properties.firstIndex(where: { $0.name == name })
            else { continue }
            let start = mark
            shape.properties[member].defaultSource = defaultSource(node, of: shape.properties[member], in: id, shape, types)
            if hasFailed(since: start) { leaveOut("the default of `\(name)`", at: node.place, since: start) }
            api.types[index].shape = .object(shape)
        }
    }

    private mutating func rules(_ list: Node, about id: TypeID, _ shape: ObjectShape, _ types: RuleTypes) -> [Rule] {
        guard list.kind == .sequence else {
            invalidExtension("`x-apus-rules` is a list of rules", list)
            return []
        }
        var result: [Rule] = []
        for element in list.elements {
            let start = mark
            if let rule = rule(element, about: id, shape, types) {
                result.append(rule)
            } else {
                leaveOut("a rule", at: element.place, since: start)
            }
        }
        return result
    }

    private mutating func rule(_ element: Node, about id: TypeID, _ shape: ObjectShape, _ types: RuleTypes) -> Rule? {
        let fields = ["rule", "message", "at"]
        if let unknown = element.entries.first(where: { !fields.contains($0.key) }) {
            invalidExtension("unknown field `\(unknown.key)`", unknown.keyNode, fields)
            return nil
        }
        guard let text = element.kind == .mapping ? element["rule"] : element, text.kind.isScalar else {
            invalidExtension("a rule is an expression, or has one as `rule`", element)
            return nil
        }
        if let at = element["at"], !shape.properties.contains(where: { $0.name == at.text }) {
            invalidExtension("there is no property `\(at.text)`", at, shape.properties.map(\.name))
            return nil
        }
        guard let condition = expression(text, about: id, types) else { return nil }
        guard condition.type == .bool else {
            diagnostics.error(
                .invalidRule, "a rule is true or false, this is \(condition.type.phrase)",
                at: text.place(ofContentAt: 0, count: text.text.unicodeScalars.count))
            return nil
        }
        return Rule(
            text: text.text, condition: condition, message: element["message"]?.string, member: element["at"]?.text,
            origin: origin(of: text))
    }

    /// The expression that a scalar spells, about an object; nil if it is wrong, which is reported.
    mutating func expression(_ node: Node, about id: TypeID, _ types: RuleTypes) -> RuleExpression? {
        let problems: [RuleProblem]
        do throws(RuleProblem) {
            let syntax = try parseRule(node.text)
            switch checkRule(syntax, about: id.name, members: types.members(of:), pattern: patternProblem) {
            case .success(let expression):
                if let member = deprecatedMember(in: expression, types) {
                    diagnostics.error(
                        .invalidRule, "`\(member)` is deprecated, so a rule of another object cannot use it",
                        at: node.place)
                    return nil
                }
                return expression
            case .failure(let failure): problems = failure.all
            }
        } catch {
            problems = [error]
        }
        for problem in problems {
            diagnostics.error(
                .invalidRule, problem.message,
                at: node.place(ofContentAt: problem.range.lowerBound, count: problem.range.count), help: problem.help)
        }
        return nil
    }

    /// A deprecated member that is reached through another object: generated code would warn of itself.
    private func deprecatedMember(in expression: RuleExpression, _ types: RuleTypes) -> String? {
        if case .member(let base, let name) = expression.kind, !base.isSubject, case .object(let object) = base.type,
            types.isDeprecated(name, of: object)
        {
            return name
        }
        return expression.operands.lazy.compactMap { deprecatedMember(in: $0, types) }.first
    }
}

/// What is wrong with the pattern of `matches`, if anything.
private func patternProblem(_ pattern: String) -> String? {
    do throws(PatternError) {
        _ = try ECMAPattern(pattern)
        return nil
    } catch {
        return error.reason
    }
}
