import ApusAPIModel
import ApusDiagnostics
import ApusECMARegex
import ApusOpenAPI
import ApusRules
import ApusYAMLSource

extension API {
    /// Reads the rules of objects (`x-apus-rules`), and the defaults that depend on other members (`x-apus-default-from`).
    mutating func lowerRules(_ context: inout PassContext) {
        let notes = context.declarations.notes
        var reader = RuleReader(
            types: RuleTypes(TypeTable(types, context.index)), isLenient: context.isLenient,
            diagnostics: context.diagnostics)
        defer { context.diagnostics = reader.diagnostics }
        for node in notes.misplacedRuleLists { reader.reportMisplaced(node) }
        for (id, node) in notes.rules {
            guard let position = context.index[id], case .object(var shape) = types[position].shape else { continue }
            shape.rules += reader.rules(node, about: id, shape)
            types[position].shape = .object(shape)
        }
        for (id, name, node) in notes.defaults {
            guard let position = context.index[id], case .object(var shape) = types[position].shape,
                let member = shape.properties.firstIndex(where: { $0.name == name })
            else { continue }
            shape.properties[member].defaultSource = reader.defaultSource(
                node, of: shape.properties[member], in: id, shape)
            types[position].shape = .object(shape)
        }
    }
}

/// Reads expressions about the members of objects.
struct RuleReader {
    let types: RuleTypes
    let isLenient: Bool
    var diagnostics: Diagnostics

    mutating func reportMisplaced(_ list: Node) {
        let start = diagnostics.mark
        diagnostics.error(
            .misplacedRules, "`x-apus-rules` needs an object with `properties`", at: list.place,
            help: "write it beside the `properties` that the rules use")
        leaveOut("a list of rules", at: list.place, since: start)
    }

    /// In a lenient run, turns the errors since `start` into a warning.
    mutating func leaveOut(_ what: String, at place: Place, since start: Diagnostics.Mark) {
        if isLenient { diagnostics.leaveOut(what, at: place, since: start) }
    }

    mutating func rules(_ list: Node, about id: TypeID, _ shape: ObjectShape) -> [Rule] {
        guard list.kind == .sequence else {
            diagnostics.invalidExtension("`x-apus-rules` must be a list of rules", list)
            return []
        }
        var result: [Rule] = []
        for element in list.elements {
            let start = diagnostics.mark
            if let rule = rule(element, about: id, shape) {
                result.append(rule)
            } else {
                leaveOut("a rule", at: element.place, since: start)
            }
        }
        return result
    }

    private mutating func rule(_ element: Node, about id: TypeID, _ shape: ObjectShape) -> Rule? {
        let fields = ["rule", "message", "at"]
        if let unknown = element.entries.first(where: { !fields.contains($0.key) }) {
            diagnostics.invalidExtension("unknown field `\(unknown.key)`", unknown.keyNode, fields)
            return nil
        }
        guard let text = element.kind == .mapping ? element["rule"] : element, text.kind.isScalar else {
            diagnostics.invalidExtension(
                "a rule must be an expression, or a mapping with an expression as `rule`", element)
            return nil
        }
        if let at = element["at"], !shape.properties.contains(where: { $0.name == at.text }) {
            diagnostics.invalidExtension("there is no property `\(at.text)`", at, shape.properties.map(\.name))
            return nil
        }
        guard let condition = expression(text, about: id) else { return nil }
        guard condition.type == .bool else {
            diagnostics.error(
                .invalidRule, "a rule must be a boolean, but this is \(condition.type.phrase)",
                at: text.place(ofContentAt: 0, count: text.text.unicodeScalars.count))
            return nil
        }
        return Rule(
            text: text.text, condition: condition, message: element["message"]?.string, member: element["at"]?.text,
            origin: text.origin)
    }

    /// Returns the expression in a scalar, or `nil` after reporting an error.
    mutating func expression(_ node: Node, about id: TypeID) -> RuleExpression? {
        let problems: [RuleProblem]
        do throws(RuleProblem) {
            let syntax = try parseRule(node.text)
            switch checkRule(syntax, about: id.name, members: types.members(of:), pattern: patternProblem) {
            case .success(let expression):
                if let member = deprecatedMember(in: expression) {
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

    /// Reports a deprecated member of another object, because generated code that reads it would warn.
    private func deprecatedMember(in expression: RuleExpression) -> String? {
        if case .member(let base, let name) = expression.kind, !base.isSubject, case .object(let object) = base.type,
            types.isDeprecated(name, of: object)
        {
            return name
        }
        return expression.operands.lazy.compactMap { deprecatedMember(in: $0) }.first
    }
}

/// Returns the error in the pattern of `matches`, if any.
private func patternProblem(_ pattern: String) -> String? {
    do throws(PatternError) {
        _ = try ECMAPattern(pattern)
        return nil
    } catch {
        return error.reason
    }
}
