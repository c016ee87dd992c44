// Parses filters (RFC 9535, section 2.3.5) and functions (section 2.4).
extension JSONPathParser {
    mutating func condition() throws(JSONPathError) -> JSONPath.Condition {
        var alternatives = [try conjunction()]
        while skipping("||") { alternatives.append(try conjunction()) }
        return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
    }

    private mutating func conjunction() throws(JSONPathError) -> JSONPath.Condition {
        var conditions = [try basicCondition()]
        while skipping("&&") { conditions.append(try basicCondition()) }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    /// Takes an operator with the surrounding space, if it is next.
    private mutating func skipping(_ text: String) -> Bool {
        let before = position
        skipSpace()
        guard take(text) else {
            position = before
            return false
        }
        skipSpace()
        return true
    }

    private mutating func basicCondition() throws(JSONPathError) -> JSONPath.Condition {
        if take("!") {
            skipSpace()
            try descend()
            defer { ascend() }
            let start = position
            let inner = peek == "(" ? try parenthesized() : try test()
            if case .comparison = inner, scalars[start] != "(" {
                position = start
                throw error("a comparison after `!` needs parentheses")
            }
            return .not(inner)
        }
        return peek == "(" ? try parenthesized() : try test()
    }

    private mutating func parenthesized() throws(JSONPathError) -> JSONPath.Condition {
        try descend()
        defer { ascend() }
        position += 1
        skipSpace()
        let inner = try condition()
        skipSpace()
        guard take(")") else { throw error("a `)` is missing") }
        return inner
    }

    /// Parses a comparison, an existence test, or a function with a logical result.
    private mutating func test() throws(JSONPathError) -> JSONPath.Condition {
        let start = position
        if let function = functionName(), function == "match" || function == "search" {
            position += function.unicodeScalars.count
            return try matching(isWhole: function == "match")
        }
        let left = try operand()
        let before = position
        skipSpace()
        guard let comparison = takeComparison() else {
            position = before
            if case .query(let path) = left { return .exists(path) }
            position = start
            throw error("a value is not a condition: add a comparison")
        }
        skipSpace()
        let rightStart = position
        let right = try operand()
        for (operand, place) in [(left, start), (right, rightStart)] {
            if case .query(let path) = operand, !path.isSingular {
                position = place
                throw error("only a query for a single node can be compared")
            }
        }
        return .comparison(left, comparison, right)
    }

    private mutating func takeComparison() -> JSONPath.Comparison? {
        for text in ["==", "!=", "<=", ">=", "<", ">"] where take(text) { return JSONPath.Comparison(rawValue: text) }
        return nil
    }

    // MARK: Operands

    private mutating func operand() throws(JSONPathError) -> JSONPath.Operand {
        switch peek {
        case "'", "\"": return .string(try string())
        case "@", "$": return .query(try query())
        case let scalar? where scalar == "-" || ("0"..."9").contains(scalar): return .number(try number())
        default: break
        }
        if let function = functionName() {
            position += function.unicodeScalars.count
            return try call(function)
        }
        for (word, value) in [("true", JSONPath.Operand.boolean(true)), ("false", .boolean(false)), ("null", .null)]
        where take(word) {
            return value
        }
        throw error("expected a value, `@`, `$` or a function")
    }

    private mutating func query() throws(JSONPathError) -> JSONPath {
        guard take("@") || take("$") else { throw error("a query begins with `@` or `$`") }
        let start: JSONPath.Start = scalars[position - 1] == "@" ? .current : .root
        return JSONPath(start: start, segments: try segments())
    }

    private mutating func number() throws(JSONPathError) -> Double {
        let start = position
        _ = take("-")
        let digits = position
        takeDigits()
        var isValid = position > digits && (scalars[digits] != "0" || position == digits + 1)
        if take(".") { isValid = takeDigits() && isValid }
        if take("e") || take("E") {
            if !take("-") { _ = take("+") }
            isValid = takeDigits() && isValid
        }
        guard isValid, let value = Double(text(from: start)) else {
            position = start
            throw error("this is not a number in JSON")
        }
        return value
    }

    @discardableResult
    private mutating func takeDigits() -> Bool {
        let start = position
        while let scalar = peek, ("0"..."9").contains(scalar) { position += 1 }
        return position > start
    }

    // MARK: Functions

    /// Returns the name of the function called at the current position, if there is one.
    private func functionName() -> String? {
        var end = position
        while end < scalars.count, ("a"..."z").contains(scalars[end]) || end > position && scalars[end] == "_" {
            end += 1
        }
        guard end > position, end < scalars.count, scalars[end] == "(" else { return nil }
        return String(String.UnicodeScalarView(scalars[position..<end]))
    }

    private mutating func call(_ function: String) throws(JSONPathError) -> JSONPath.Operand {
        try descend()
        defer { ascend() }
        position += 1
        skipSpace()
        let result: JSONPath.Operand
        switch function {
        case "length": result = .length(try valueArgument())
        case "count": result = .count(try query())
        case "value": result = .value(try query())
        default:
            position -= function.unicodeScalars.count + 1
            throw error("there is no function `\(function)`; there are length, count, value, match and search")
        }
        skipSpace()
        guard take(")") else { throw error("a `)` is missing") }
        return result
    }

    private mutating func matching(isWhole: Bool) throws(JSONPathError) -> JSONPath.Condition {
        try descend()
        defer { ascend() }
        position += 1
        skipSpace()
        let value = try valueArgument()
        skipSpace()
        guard take(",") else { throw error("a `,` and a pattern are missing") }
        skipSpace()
        let pattern = try valueArgument()
        skipSpace()
        guard take(")") else { throw error("a `)` is missing") }
        return .matches(value, pattern: pattern, isWhole: isWhole)
    }

    private mutating func valueArgument() throws(JSONPathError) -> JSONPath.Operand {
        let start = position
        let operand = try operand()
        if case .query(let path) = operand, !path.isSingular {
            position = start
            throw error("only a query for a single node has a value")
        }
        return operand
    }
}
