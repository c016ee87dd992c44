extension JSONCodable {
    /// Checks this value and all values in it against the constraints of the API description.
    ///
    /// ```swift
    /// do {
    ///     try request.validate()
    /// } catch {
    ///     for violation in error.violations { print(violation) }  // /limit: must be at most 100 (250)
    /// }
    /// ```
    ///
    /// - Throws: `ValidationError` with all violations, up to `options.maximumViolations`.
    public func validate(options: ValidationOptions = ValidationOptions()) throws(ValidationError) {
        let violations = violations(options: options)
        if !violations.isEmpty { throw ValidationError(violations: violations) }
    }

    /// Checks this value against the constraints at the point of use, or those of its type if there are none.
    package func validate(
        by constraints: StaticString?, references: [any JSONCodable.Type]
    ) throws(ValidationError) {
        guard let constraints else { return try validate() }
        let violations = violations(by: constraints, references: references, name: "body", pointer: "")
        if !violations.isEmpty { throw ValidationError(violations: violations) }
    }

    /// Returns the violations that `validate(options:)` throws.
    ///
    /// - Parameter pointer: A prefix for the pointers of the violations.
    package func violations(
        options: ValidationOptions = ValidationOptions(), pointer: @autoclosure () -> String = ""
    ) -> [Violation] {
        let shape = ShapeCache.shared.shape(of: Self.self)
        guard shape.isConstrained || shape.mayBeDeep else { return [] }
        var violations = unsafe withUnsafePointer(to: self) { memory in
            unsafe Instance(shape: shape, memory: memory).violations(options: options) { $0.walk($1) }
        }
        if !violations.isEmpty {
            let prefix = pointer()
            for index in violations.indices { violations[index].pointer = prefix + violations[index].pointer }
        }
        return violations
    }

    /// Checks this value against the constraints at the point of use, such as a parameter, and those of its type.
    ///
    /// Constraints that cannot be compiled are reported as a violation of the keyword `$schema`.
    ///
    /// - Parameters:
    ///   - references: The models that the constraints refer to.
    ///   - name: The name at the beginning of the violations' schema pointers.
    ///   - pointer: A prefix for the pointers of the violations.
    package func violations(
        by constraints: StaticString, references: [any JSONCodable.Type] = [], name: String, pointer: String
    ) -> [Violation] {
        var violations: [Violation] = []
        do {
            let schema = try SchemaCache.shared.schema(of: constraints, references: references, name: name)
            let shape = ShapeCache.shared.shape(of: Self.self)
            violations = unsafe withUnsafePointer(to: self) { memory in
                unsafe Instance(shape: shape, memory: memory).violations(options: ValidationOptions()) {
                    evaluator, instance in
                    var none: Evaluated?
                    let isValid = evaluator.check(schema, instance, &none)
                    return evaluator.walk(instance) && isValid
                }
            }
        } catch {
            violations = [Violation(unreadableConstraints: error, name: name)]
        }
        for index in violations.indices { violations[index].pointer = pointer + violations[index].pointer }
        return violations
    }
}

extension Violation {
    init(unreadableConstraints error: any Error, name: String) {
        self.init(
            pointer: "", keyword: "$schema", schemaPointer: "#/\(name)",
            message: "has constraints that cannot be read: \(error)", value: "")
    }
}

extension JSONValue {
    /// Checks this value against a schema.
    func violations(of schema: Schema, options: ValidationOptions = ValidationOptions()) -> [Violation] {
        unsafe withUnsafePointer(to: self) { memory in
            unsafe Instance(shape: JSONValue.shape, memory: memory).violations(options: options) {
                evaluator, instance in
                var none: Evaluated?
                return evaluator.check(schema, instance, &none)
            }
        }
    }
}

extension Instance {
    /// Returns the violations that a check finds. A value that is nested too deeply is refused before the check.
    fileprivate func violations(
        options: ValidationOptions, _ check: (inout Evaluator, Instance) -> Bool
    ) -> [Violation] {
        if isDeeper(than: Bounds.depth) {
            return [
                Violation(
                    pointer: "", keyword: "$depth", schemaPointer: "#/\(shape.type)",
                    message: "must not have arrays and objects that are nested deeper than \(Bounds.depth)",
                    value: "")
            ]
        }
        return Evaluator.violations(options: options) { check(&$0, self) }
    }
}
