extension Evaluator {
    /// Checks a union's value against the constraints on its variant and the variant's own type.
    mutating func walkVariant(_ type: any UnionModel.Type, _ shapes: [Shape], _ shape: Shape, _ instance: Instance)
        -> Bool
    {
        let isValid = unsafe checkVariant(type, shape.schema, shapes, instance.memory)
        guard type.unionTable.isExclusive, isValid || isCollecting else { return isValid }
        return checkExclusiveness(type.unionTable, shape, shapes, instance) && isValid
    }

    /// Returns whether a union's value satisfies the constraints on its variant, without reporting violations.
    mutating func acceptsVariant(_ instance: Instance) -> Bool {
        guard case .union(let type, let shapes) = instance.shape.kind else { return true }
        return withoutCollecting { unsafe $0.checkVariant(type, instance.shape.schema, shapes, instance.memory) }
    }

    private mutating func checkVariant(
        _ type: any UnionModel.Type, _ schema: Schema?, _ shapes: [Shape], _ memory: UnsafeRawPointer
    ) -> Bool {
        unsafe withUnsafeMutablePointer(to: &self) { evaluator in
            var check = unsafe VariantCheck(evaluator: evaluator, type: type, schema: schema, shapes: shapes)
            unsafe type.visit(memory, &check)
            return check.isValid
        }
    }

    fileprivate mutating func checkVariant(_ variant: Int, _ schema: Schema?, _ value: Instance) -> Bool {
        var isValid = true
        if let rule = schema?.variants[variant] {
            var none: Evaluated?
            isValid = check(rule, value, &none)
        }
        guard isValid || isCollecting else { return false }
        return walk(value) && isValid
    }

    /// Reports a violation of `oneOf` if another variant accepts the value too.
    private mutating func checkExclusiveness(
        _ table: UnionTable, _ shape: Shape, _ shapes: [Shape], _ instance: Instance
    ) -> Bool {
        guard let json = instance.jsonValue else { return true }
        let matches = withoutCollecting { evaluator in
            table.types.indices.filter { evaluator.accepts(json, as: table.types[$0], $0, shape.schema, shapes[$0]) }
                .count
        }
        guard matches > 1 else { return true }
        var isValid = true
        instance.withView { view, _ in
            isValid = fail(
                "oneOf", "#/\(shape.type)/oneOf",
                "must match exactly one of the described alternatives, but matches several",
                isSecret: false, view)
        }
        return isValid
    }

    private mutating func accepts<Value: JSONCodable>(
        _ json: JSONValue, as type: Value.Type, _ variant: Int, _ schema: Schema?, _ shape: Shape
    ) -> Bool {
        guard let value = try? json.decode(as: type) else { return false }
        return unsafe withUnsafePointer(to: value) {
            unsafe checkVariant(variant, schema, Instance(shape: shape, memory: $0))
        }
    }
}

/// Checks the variant that it visits.
///
/// A visitor costs less than a closure, which matters because every value of a union is visited.
@safe  // The evaluator outlives the visit.
private struct VariantCheck: VariantVisitor {
    let evaluator: UnsafeMutablePointer<Evaluator>
    let type: any UnionModel.Type
    let schema: Schema?
    let shapes: [Shape]
    var isValid = true

    mutating func visit<Value: JSONCodable>(_ value: Value, variant: Int) {
        if variant == shapes.count - 1, let json = value as? JSONValue {
            isValid = unsafe evaluator.pointee.checkUnrecognized(json, of: type)
            return
        }
        let shape = shapes[variant]
        precondition(
            shape.type == Value.self, "The table of \(type) has \(shape.type) for a variant, which is \(Value.self).")
        guard schema != nil || shape.isConstrained else { return }
        isValid = unsafe withUnsafePointer(to: value) {
            unsafe evaluator.pointee.checkVariant(variant, schema, Instance(shape: shape, memory: $0))
        }
    }
}
