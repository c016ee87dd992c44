extension JSONCodable {
    /// Checks the value, and all values in it, by what the API description says beyond their types.
    ///
    /// - Throws: all violations, up to `options.maximumViolations`.
    public func validate(options: ValidationOptions = ValidationOptions()) throws(ValidationError) {
        let violations = violations(options: options)
        if !violations.isEmpty { throw ValidationError(violations: violations) }
    }

    /// Checks the value by constraints of the place where it is used, or by its type's own if there are none.
    package func validate(
        by constraints: StaticString?, references: [any JSONCodable.Type]
    ) throws(ValidationError) {
        guard let constraints else { return try validate() }
        let violations = violations(by: constraints, references: references, name: "body", pointer: "")
        if !violations.isEmpty { throw ValidationError(violations: violations) }
    }

    /// What `validate(options:)` would throw.
    ///
    /// - Parameter pointer: what the violations' pointers begin with.
    package func violations(options: ValidationOptions = ValidationOptions(), pointer: String = "") -> [Violation] {
        let shape = ShapeCache.shared.shape(of: Self.self)
        guard shape.isConstrained || shape.mayBeDeep else { return [] }
        var violations = unsafe withUnsafePointer(to: self) { memory in
            unsafe Instance(shape: shape, memory: memory).violations(options: options) { $0.walk($1) }
        }
        if !pointer.isEmpty { for index in violations.indices { violations[index].pointer = pointer + violations[index].pointer } }
        return violations
    }

    /// Checks the value by constraints of the place where it is used, such as a parameter, and by its type's own.
    ///
    /// Constraints that cannot be read are a violation themselves (keyword `$schema`).
    ///
    /// - Parameters:
    ///   - references: the models that the constraints refer to.
    ///   - name: what the violations' schema pointers begin with.
    ///   - pointer: what the violations' pointers begin with.
    package func violations(
        by constraints: StaticString, references: [any JSONCodable.Type] = [], name: String, pointer: String
    ) -> [Violation] {
        let text = unsafe [UInt8](UnsafeBufferPointer(start: constraints.utf8Start, count: constraints.utf8CodeUnitCount))
        var violations: [Violation] = []
        do {
            let json = try JSON.decode(JSONValue.self, from: text)
            var models: [String: Shape] = [:]
            for type in references { models["\(type)"] = ShapeCache.shared.shape(of: type) }
            let schema = try SchemaCompiler.compile(json, name: "#/\(name)", models: models)
            let shape = ShapeCache.shared.shape(of: Self.self)
            violations = unsafe withUnsafePointer(to: self) { memory in
                unsafe Instance(shape: shape, memory: memory).violations(options: ValidationOptions()) { evaluator, instance in
                    var none: Evaluated?
                    let isValid = evaluator.check(schema, instance, &none)
                    return evaluator.walk(instance) && isValid
                }
            }
        } catch {
            violations = [
                Violation(
                    pointer: "", keyword: "$schema", schemaPointer: "#/\(name)",
                    message: "has constraints that cannot be read: \(error)", value: "")
            ]
        }
        for index in violations.indices { violations[index].pointer = pointer + violations[index].pointer }
        return violations
    }
}

extension JSONValue {
    /// Checks the value by a schema.
    func violations(of schema: Schema, options: ValidationOptions = ValidationOptions()) -> [Violation] {
        unsafe withUnsafePointer(to: self) { memory in
            unsafe Instance(shape: JSONValue.shape, memory: memory).violations(options: options) { evaluator, instance in
                var none: Evaluated?
                return evaluator.check(schema, instance, &none)
            }
        }
    }
}

extension Instance {
    /// What a check finds. A value that is nested too deeply is refused before anything looks into it.
    fileprivate func violations(
        options: ValidationOptions, _ check: (inout Evaluator, Instance) -> Bool
    ) -> [Violation] {
        if isDeeper(than: Self.maximumDepth) {
            return [
                Violation(
                    pointer: "", keyword: "$depth", schemaPointer: "#/\(shape.type)",
                    message: "must not have arrays and objects that are nested deeper than \(Self.maximumDepth)",
                    value: "")
            ]
        }
        return Evaluator.violations(options: options) { check(&$0, self) }
    }
}
