public import ApusAPIModel
import ApusDiagnostics

/// Checks the types of an expression.
///
/// - Parameters:
///   - subject: The object of the rule. Expressions refer to its members by name and to the object by `self`.
///   - members: Returns the members of an object by its name.
///   - pattern: Returns the problem in the operand of `matches`, or `nil` if there is none.
/// - Returns: The checked expression, or all problems.
public func checkRule(
    _ syntax: RuleSyntax, about subject: String, members: @escaping (String) -> [RuleMember],
    pattern: @escaping (String) -> String?
) -> Result<RuleExpression, RuleProblems> {
    var checker = RuleChecker(subject: subject, members: members, pattern: pattern)
    let expression = checker.check(syntax)
    guard let expression, checker.problems.isEmpty else { return .failure(RuleProblems(all: checker.problems)) }
    return .success(expression)
}

/// All problems of an expression.
public struct RuleProblems: Error, Sendable {
    public var all: [RuleProblem]

    public init(all: [RuleProblem]) { self.all = all }
}

struct RuleChecker {
    let subject: String
    let members: (String) -> [RuleMember]
    let pattern: (String) -> String?
    var problems: [RuleProblem] = []
    var variables: [String: RuleType] = [:]

    init(subject: String, members: @escaping (String) -> [RuleMember], pattern: @escaping (String) -> String?) {
        self.subject = subject
        self.members = members
        self.pattern = pattern
    }

    mutating func fail(_ message: String, _ range: Range<Int>, help: String? = nil) -> RuleExpression? {
        problems.append(RuleProblem(message, at: range, help: help))
        return nil
    }

    mutating func check(_ syntax: RuleSyntax) -> RuleExpression? {
        switch syntax.kind {
        case .literal(let literal): return RuleExpression(.literal(literal), literal.type)
        case .name(let name): return checkName(name, syntax)
        case .member(let base, let name):
            guard let base = check(base) else { return nil }
            return checkMember(base, name, syntax.nameRange)
        case .index(let base, let index): return checkIndex(base, index)
        case .call(let base, let function, let arguments): return checkCall(base, function, arguments, syntax)
        case .list(let elements): return checkList(elements, syntax)
        case .not(let operand):
            guard let operand = check(operand, as: .bool) else { return nil }
            return RuleExpression(.not(operand), .bool)
        case .negated(let operand):
            guard let value = check(operand) else { return nil }
            guard value.type.isNumber || value.type == .duration else {
                return fail("`-` needs a number, but this is \(value.type.phrase)", operand.range)
            }
            return RuleExpression(.negated(value), value.type)
        case .binary(let binary, let left, let right): return checkBinary(binary, left, right, syntax)
        case .conditional(let condition, let first, let second):
            let test = check(condition, as: .bool)
            guard let (a, b) = checkPair(first, second), let test else { return nil }
            guard a.type == b.type else {
                return fail(
                    "both values of `? :` must have one type, but are \(a.type.phrase) and \(b.type.phrase)",
                    syntax.range)
            }
            return RuleExpression(.conditional(test, then: a, otherwise: b), a.type)
        }
    }

    /// Checks an expression of a required type.
    mutating func check(_ syntax: RuleSyntax, as type: RuleType) -> RuleExpression? {
        guard let expression = check(syntax) else { return nil }
        if expression.type == type { return expression }
        if type == .double, expression.type == .integer { return expression.asDouble }
        return fail("expected \(type.phrase), but this is \(expression.type.phrase)", syntax.range)
    }

    /// Checks two expressions. If one is a double, converts the other to a double.
    mutating func checkPair(_ left: RuleSyntax, _ right: RuleSyntax) -> (RuleExpression, RuleExpression)? {
        let a = check(left)
        let b = check(right)
        guard let a, let b else { return nil }
        if a.type == .double, b.type == .integer { return (a, b.asDouble) }
        if a.type == .integer, b.type == .double { return (a.asDouble, b) }
        return (a, b)
    }

    // MARK: Names

    private mutating func checkName(_ name: String, _ syntax: RuleSyntax) -> RuleExpression? {
        if let type = variables[name] { return RuleExpression(.variable(name), type) }
        let own = RuleExpression(.subject, .object(subject))
        if name == "self" { return own }
        return checkMember(own, name, syntax.range)
    }

    mutating func checkMember(_ base: RuleExpression, _ name: String, _ range: Range<Int>) -> RuleExpression? {
        switch base.type {
        case .object(let object):
            let known = members(object)
            if let member = known.first(where: { $0.name == name }) {
                return RuleExpression(.member(base, name: name), member.type)
            }
            let names = known.map(\.name) + (base.isSubject ? Array(variables.keys) : [])
            return fail("there is no member `\(name)`", range, help: suggestion(for: name, among: names))
        case .map(let value):
            let key = RuleExpression(.literal(.string(name)), .string)
            return RuleExpression(.value(base, forKey: key), value)
        default: return fail("\(base.type.phrase) has no members", range)
        }
    }

    private mutating func checkIndex(_ base: RuleSyntax, _ index: RuleSyntax) -> RuleExpression? {
        guard let value = check(base) else { return nil }
        switch value.type {
        case .list(let element):
            guard let index = check(index, as: .integer) else { return nil }
            return RuleExpression(.element(value, at: index), element)
        case .map(let element):
            guard let key = check(index, as: .string) else { return nil }
            return RuleExpression(.value(value, forKey: key), element)
        case .object:
            guard case .literal(.string(let name)) = index.kind else {
                return fail("expected the name of a member in quotes", index.range)
            }
            return checkMember(value, name, index.range)
        default: return fail("\(value.type.phrase) has no elements", base.range)
        }
    }

    private mutating func checkList(_ syntax: [RuleSyntax], _ whole: RuleSyntax) -> RuleExpression? {
        var elements = syntax.compactMap { check($0) }
        guard elements.count == syntax.count else { return nil }
        guard !elements.isEmpty else { return fail("an empty list has no type", whole.range) }
        if elements.contains(where: { $0.type == .double }) {
            elements = elements.map { $0.type == .integer ? $0.asDouble : $0 }
        }
        for (element, syntax) in zip(elements, syntax) where element.type != elements[0].type {
            return fail(
                "all elements of a list must have one type, but the first is \(elements[0].type.phrase) and this is \(element.type.phrase)",
                syntax.range)
        }
        return RuleExpression(.list(elements), .list(elements[0].type))
    }
}

extension RuleExpression {
    var asDouble: RuleExpression { type == .double ? self : RuleExpression(.double(self), .double) }
}

extension RuleLiteral {
    var type: RuleType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .integer: .integer
        case .double: .double
        case .string: .string
        }
    }
}
