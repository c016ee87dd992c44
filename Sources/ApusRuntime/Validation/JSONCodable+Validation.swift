extension JSONCodable {
    /// Checks the value, and all values in it, by what the API description says beyond their types.
    ///
    /// - Throws: all violations, up to `options.maximumViolations`.
    public func validate(options: ValidationOptions = ValidationOptions()) throws(ValidationError) {
        let shape = ShapeCache.shared.shape(of: Self.self)
        guard shape.isConstrained else { return }
        var evaluator = Evaluator(options: options)
        withUnsafePointer(to: self) { _ = evaluator.walk(Instance(shape: shape, memory: $0)) }
        if !evaluator.violations.isEmpty { throw ValidationError(violations: evaluator.violations) }
    }
}

extension JSONValue {
    /// Checks the value by a schema.
    func violations(of schema: Schema, options: ValidationOptions = ValidationOptions()) -> [Violation] {
        var evaluator = Evaluator(options: options)
        var none: Evaluated?
        let shape = JSONValue.shape
        withUnsafePointer(to: self) { _ = evaluator.check(schema, Instance(shape: shape, memory: $0), &none) }
        return evaluator.violations
    }
}
