/// Parses an expression.
///
/// The language is a subset of the Common Expression Language (CEL): its operators with their precedence, literals of
/// null, booleans, integers, doubles and strings, lists, members, indices and calls.
public func parseRule(_ text: String) throws(RuleProblem) -> RuleSyntax {
    let length = text.unicodeScalars.count
    guard length <= Bounds.length else {
        throw RuleProblem("an expression must have at most \(Bounds.length) characters", at: Bounds.length..<length)
    }
    var parser = try RuleParser(text)
    let syntax = try parser.expression()
    try parser.expectEnd()
    return syntax
}

private struct RuleParser {
    private var lexer: RuleLexer
    private var token: RuleLexer.Token
    private var end = 0
    private var depth = 0

    init(_ text: String) throws(RuleProblem) {
        lexer = RuleLexer(text)
        token = try lexer.token()
        if token.kind == .end { throw RuleProblem("an expression is missing", at: 0..<0) }
    }

    // MARK: Tokens

    private mutating func advance() throws(RuleProblem) {
        end = token.range.upperBound
        token = try lexer.token()
    }

    private mutating func skip(_ symbol: String) throws(RuleProblem) -> Bool {
        guard token.kind == .symbol(symbol) else { return false }
        try advance()
        return true
    }

    private mutating func expect(_ symbol: String) throws(RuleProblem) {
        guard try skip(symbol) else { throw unexpected("expected `\(symbol)`") }
    }

    private func unexpected(_ expected: String) -> RuleProblem {
        let found =
            switch token.kind {
            case .end: "the end"
            case .name(let name): "`\(name)`"
            case .literal: "a value"
            case .symbol(let symbol): "`\(symbol)`"
            }
        return RuleProblem("\(expected), found \(found)", at: token.range)
    }

    func expectEnd() throws(RuleProblem) {
        if token.kind != .end { throw unexpected("expected an operator or the end") }
    }

    // MARK: Operators

    mutating func expression() throws(RuleProblem) -> RuleSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Bounds.depth else {
            throw RuleProblem("the expression is nested too deeply", at: token.range)
        }
        let condition = try operation(1)
        guard try skip("?") else { return condition }
        let first = try expression()
        try expect(":")
        let second = try expression()
        return RuleSyntax(
            .conditional(condition, then: first, otherwise: second),
            condition.range.lowerBound..<second.range.upperBound)
    }

    private mutating func operation(_ precedence: Int) throws(RuleProblem) -> RuleSyntax {
        guard precedence <= 5 else { return try unary() }
        var left = try operation(precedence + 1)
        while case .symbol(let symbol) = token.kind, let binary = RuleOperator(rawValue: symbol),
            binary.precedence == precedence
        {
            let place = token.range
            try advance()
            let right = try operation(precedence + 1)
            left = RuleSyntax(
                .binary(binary, left, right), left.range.lowerBound..<right.range.upperBound, name: place)
            if precedence == RuleOperator.comparison, case .symbol(let symbol) = token.kind,
                RuleOperator(rawValue: symbol)?.precedence == precedence
            {
                throw RuleProblem(
                    "comparisons cannot be chained", at: token.range, help: "join two comparisons with `&&`")
            }
        }
        return left
    }

    private mutating func unary() throws(RuleProblem) -> RuleSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Bounds.depth else {
            throw RuleProblem("the expression is nested too deeply", at: token.range)
        }
        let start = token.range.lowerBound
        if try skip("!") {
            let operand = try unary()
            return RuleSyntax(.not(operand), start..<operand.range.upperBound)
        }
        if try skip("-") {
            let operand = try unary()
            return RuleSyntax(.negated(operand), start..<operand.range.upperBound)
        }
        return try postfix()
    }

    // MARK: Values

    private mutating func postfix() throws(RuleProblem) -> RuleSyntax {
        var value = try primary()
        while true {
            let start = value.range.lowerBound
            if try skip(".") {
                guard case .name(let name) = token.kind else { throw unexpected("expected the name of a member") }
                let place = token.range
                try advance()
                if try skip("(") {
                    let arguments = try list(until: ")")
                    value = RuleSyntax(.call(value, function: name, arguments), start..<end, name: place)
                } else {
                    value = RuleSyntax(.member(value, name: name), start..<end, name: place)
                }
            } else if try skip("[") {
                let index = try expression()
                try expect("]")
                value = RuleSyntax(.index(value, index), start..<end)
            } else {
                return value
            }
        }
    }

    private mutating func primary() throws(RuleProblem) -> RuleSyntax {
        let place = token.range
        switch token.kind {
        case .literal(let literal):
            try advance()
            return RuleSyntax(.literal(literal), place)
        case .name(let name):
            try advance()
            guard try skip("(") else { return RuleSyntax(.name(name), place) }
            let arguments = try list(until: ")")
            return RuleSyntax(.call(nil, function: name, arguments), place.lowerBound..<end, name: place)
        case .symbol("("):
            try advance()
            var value = try expression()
            try expect(")")
            value.range = place.lowerBound..<end
            return value
        case .symbol("["):
            try advance()
            let elements = try list(until: "]")
            return RuleSyntax(.list(elements), place.lowerBound..<end)
        case .symbol, .end: throw unexpected("expected a value")
        }
    }

    private mutating func list(until close: String) throws(RuleProblem) -> [RuleSyntax] {
        var elements: [RuleSyntax] = []
        if try skip(close) { return elements }
        repeat { elements.append(try expression()) } while try skip(",")
        try expect(close)
        return elements
    }
}
