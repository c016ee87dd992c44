/// Evaluates schemas on a value and collects violations.
struct Evaluator {
    let options: ValidationOptions
    private(set) var violations: [Violation] = []
    /// Whether violations are collected, instead of only finding out whether there are any.
    private(set) var isCollecting = true
    private var path: [PathToken] = []
    /// The resources that the evaluation entered, if there are dynamic references.
    private(set) var dynamicScope: [String] = []
    /// The number of secret members or schemas that enclose the current value.
    private var secretDepth = 0
    private var depth = 0
    private var stepCount = 0

    private enum PathToken {
        case name(String)
        case index(Int)
    }

    /// - Parameter isCollecting: Whether violations are collected, instead of only finding out whether there are any.
    init(options: ValidationOptions, isCollecting: Bool = true) {
        self.options = options
        self.isCollecting = isCollecting
    }

    /// Returns the violations that a check finds.
    ///
    /// The first pass only finds out whether there are any. It keeps no paths, and most values are valid.
    static func violations(
        options: ValidationOptions, _ check: (inout Evaluator) -> Bool
    ) -> [Violation] {
        var inquiry = Evaluator(options: options, isCollecting: false)
        if check(&inquiry) { return [] }
        var evaluator = Evaluator(options: options)
        _ = check(&evaluator)
        return evaluator.violations
    }

    /// Whether the maximum number of violations is reached.
    var isDone: Bool { isCollecting && violations.count >= options.maximumViolations }

    // MARK: Where we are

    mutating func inside<Result>(
        _ name: @autoclosure () -> String, _ body: (inout Evaluator) -> Result
    ) -> Result {
        guard isCollecting else { return body(&self) }
        path.append(.name(name()))
        defer { path.removeLast() }
        return body(&self)
    }

    mutating func inside<Result>(_ index: Int, _ body: (inout Evaluator) -> Result) -> Result {
        guard isCollecting else { return body(&self) }
        path.append(.index(index))
        defer { path.removeLast() }
        return body(&self)
    }

    /// Calls `body` for a value at a path relative to the current value.
    mutating func inside<Result>(_ tokens: ArraySlice<String>, _ body: (inout Evaluator) -> Result) -> Result {
        guard let first = tokens.first else { return body(&self) }
        return inside(first) { $0.inside(tokens.dropFirst(), body) }
    }

    private var pointer: String {
        path.reduce(into: "") { text, token in
            switch token {
            case .name(let name): text += "/" + escapedReferenceToken(name)
            case .index(let index): text += "/\(index)"
            }
        }
    }

    // MARK: Violations

    /// Records a violation if violations are collected. Always returns `false`.
    @inline(never)
    mutating func fail(
        _ schema: Schema, _ keyword: String, _ view: InstanceView, _ message: @autoclosure () -> String
    ) -> Bool {
        guard isCollecting, !isDone else { return false }
        return fail(
            keyword, schema.pointer + "/" + keyword, schema.messages[keyword] ?? message(),
            isSecret: isSecret(by: schema.context), view)
    }

    mutating func fail(
        _ keyword: String, _ schemaPointer: String, _ message: String, isSecret: Bool, _ view: InstanceView
    ) -> Bool {
        guard isCollecting, !isDone else { return false }
        violations.append(
            Violation(
                pointer: pointer, keyword: keyword, schemaPointer: schemaPointer, message: message,
                value: isSecret || secretDepth > 0 ? "***" : view.shortText))
        return false
    }

    /// Calls `body` with values hidden from violations if `isSecret` is true.
    mutating func hidingValues<Result>(_ isSecret: Bool, _ body: (inout Evaluator) -> Result) -> Result {
        secretDepth += isSecret ? 1 : 0
        defer { secretDepth -= isSecret ? 1 : 0 }
        return body(&self)
    }

    private func isSecret(by context: SchemaContext) -> Bool {
        !context.secretNames.isEmpty
            && path.contains { if case .name(let name) = $0 { context.secretNames.contains(name) } else { false } }
    }

    mutating func fail(_ error: SchemaError) {
        violations.append(
            Violation(
                pointer: pointer, keyword: "$schema", schemaPointer: error.pointer,
                message: "cannot be checked: \(error.reason)", value: ""))
    }

    /// Returns whether a schema accepts a value, without collecting violations.
    mutating func accepts(_ schema: Schema, _ instance: Instance, _ evaluated: inout Evaluated?) -> Bool {
        let wasCollecting = isCollecting
        isCollecting = false
        defer { isCollecting = wasCollecting }
        return check(schema, instance, &evaluated)
    }

    /// Calls `body` without collecting violations.
    mutating func withoutCollecting<Result>(_ body: (inout Evaluator) -> Result) -> Result {
        let wasCollecting = isCollecting
        isCollecting = false
        defer { isCollecting = wasCollecting }
        return body(&self)
    }

    // MARK: Schemas

    /// Checks a value against a schema and adds what its keywords evaluated to `evaluated`, unless that is `nil`.
    mutating func check(_ schema: Schema, _ instance: Instance, _ evaluated: inout Evaluated?) -> Bool {
        depth += 1
        stepCount += 1
        // Everything in a secret value is secret, even if another schema refuses it.
        secretDepth += schema.isSecret ? 1 : 0
        defer {
            depth -= 1
            secretDepth -= schema.isSecret ? 1 : 0
        }
        var isValid = true
        if depth > Bounds.evaluationDepth || stepCount > Bounds.evaluationSteps {
            instance.withView { view, _ in
                isValid = fail(schema, "$ref", view, "is nested too deeply, or too ambiguous, to be checked")
            }
            return isValid
        }
        if schema.context.hasDynamicReferences { dynamicScope.append(schema.resource) }
        defer { if schema.context.hasDynamicReferences { dynamicScope.removeLast() } }
        // The `unevaluated` keywords consider only the keywords of this schema. Enclosing schemas get their results.
        var own: Evaluated? = schema.needsEvaluated ? Evaluated() : evaluated
        instance.withView { view, inner in
            isValid = checkKeywords(schema, view, inner, &own)
        }
        if let model = schema.model, isCollecting || isValid {
            isValid = checkModel(model, schema, instance) && isValid
        }
        if schema.needsEvaluated {
            if isValid, let own { evaluated?.merge(own) }
        } else {
            evaluated = own
        }
        return isValid
    }

    private mutating func checkKeywords(
        _ schema: Schema, _ view: InstanceView, _ instance: Instance, _ evaluated: inout Evaluated?
    ) -> Bool {
        if schema.refusesAll { return fail(schema, "false", view, "is not allowed here") }
        var isValid = true
        func mustContinue(_ result: Bool, _ evaluator: Evaluator) -> Bool {
            isValid = isValid && result
            return isValid || evaluator.isCollecting && !evaluator.isDone
        }
        guard mustContinue(checkValue(schema, view), self) else { return false }
        switch view {
        case .number(let number):
            if let rules = schema.number {
                guard mustContinue(checkNumber(schema, rules, number, view), self) else { return false }
            }
        case .string(let text):
            if let rules = schema.string {
                guard mustContinue(checkString(schema, rules, text, view), self) else { return false }
            }
        case .array(let array):
            if let rules = schema.array {
                guard mustContinue(checkArray(schema, rules, array, view, &evaluated), self) else { return false }
            }
        case .object(let object):
            if let rules = schema.object {
                guard mustContinue(checkObject(schema, rules, object, view, instance, &evaluated), self) else {
                    return false
                }
            }
        case .null, .bool: break
        }
        guard mustContinue(checkCombinations(schema, view, instance, &evaluated), self) else { return false }
        guard schema.needsEvaluated else { return isValid }
        return mustContinue(checkUnevaluated(schema, view, &evaluated), self) && isValid
    }

    private mutating func checkValue(_ schema: Schema, _ view: InstanceView) -> Bool {
        var isValid = true
        if let types = schema.types, !view.hasType(in: types) {
            isValid = fail(schema, "type", view, "must be \(types.description)")
        }
        guard schema.constant != nil || schema.values != nil else { return isValid }
        let identity = view.jsonValue.map(JSONIdentity.init)
        if let constant = schema.constant, identity != constant {
            isValid = fail(schema, "const", view, "must be \(schema.valuesText)")
        }
        if let values = schema.values, identity.map(values.contains) != true {
            isValid = fail(schema, "enum", view, "must be one of \(schema.valuesText)")
        }
        return isValid
    }
}
