extension Evaluator {
    /// Checks a value and all values in it against the constraints of their types.
    mutating func walk(_ instance: Instance) -> Bool {
        let shape = instance.shape
        guard shape.isConstrained, !isDone else { return true }
        var isValid = checkOwnConstraints(shape, instance)
        guard isValid || isCollecting else { return false }
        isValid = checkRules(shape, instance) && isValid
        guard isValid || isCollecting else { return false }
        isValid = checkUnrecognizedMembers(shape, instance) && isValid
        guard isValid || isCollecting else { return false }
        switch shape.kind {
        case .optional(let type, let wrapped):
            if unsafe type.isWithoutValue(instance.memory) { return true }
            return unsafe walk(Instance(shape: wrapped, memory: instance.memory))
        case .indirect(let type, let wrapped):
            unsafe type.withValue(instance.memory) { isValid = unsafe walk(Instance(shape: wrapped, memory: $0)) }
        case .array(let type, let element):
            unsafe type.withElements(instance.memory) { first, count, stride in
                guard let first = unsafe first else { return }
                for index in 0..<count where isValid || isCollecting {
                    let element = unsafe Instance(shape: element, memory: first + index * stride)
                    isValid = inside(index) { $0.walk(element) } && isValid
                }
            }
        case .dictionary(let type, let value) where isCollecting:
            unsafe type.forEach(instance.memory, isOrdered: true) { name, memory in
                isValid = inside(name) { unsafe $0.walk(Instance(shape: value, memory: memory)) } && isValid
                return !isDone
            }
        case .dictionary(let type, let value):
            unsafe type.forEachValue(instance.memory) { memory in
                isValid = unsafe walk(Instance(shape: value, memory: memory))
                return isValid
            }
        case .object(let table, let shapes, _):
            isValid = unsafe walkMembers(shape, table, shapes, instance.memory) && isValid
        case .tuple(let table, let shapes):
            for (field, position) in shape.constrainedChildren where isValid || isCollecting {
                let element = unsafe Instance(
                    shape: shapes[field], memory: instance.memory + table.fields[field].offset)
                isValid = inside(position) { $0.walk(element) } && isValid
            }
        case .union(let type, let variants):
            isValid = walkVariant(type, variants, shape, instance) && isValid
        case .string, .bool, .integer, .double, .scalar, .json, .opaque: break
        }
        return isValid
    }

    private mutating func checkOwnConstraints(_ shape: Shape, _ instance: Instance) -> Bool {
        if let error = shape.schemaError {
            if isCollecting { fail(error) }
            return false
        }
        guard let schema = shape.schema else { return true }
        var none: Evaluated?
        return check(schema, instance, &none)
    }

    /// Reports each kept member that a closed object does not list.
    private mutating func checkUnrecognizedMembers(_ shape: Shape, _ instance: Instance) -> Bool {
        guard case .object(let table, let shapes, _) = shape.kind, table.otherMembers == .unrecognized,
            case .dictionary(let type, let member)? = shapes.last?.kind
        else { return true }
        var isValid = true
        let memory = unsafe instance.memory + table.fields[shapes.count - 1].offset
        unsafe type.forEach(memory, isOrdered: isCollecting) { name, memory in
            if table.members.index(of: name) != nil || table.isOfOtherDirection(name) { return true }
            let message = shape.schema?.messages["additionalProperties"] ?? "is not allowed here"
            inside(name) { evaluator in
                unsafe Instance(shape: member, memory: memory).withView { view, _ in
                    isValid = evaluator.fail(
                        "additionalProperties", "#/\(shape.type)/additionalProperties", message, isSecret: false, view)
                }
            }
            return isCollecting && !isDone
        }
        return isValid
    }

    private mutating func walkMembers(
        _ shape: Shape, _ table: ObjectTable, _ shapes: [Shape], _ memory: UnsafeRawPointer
    ) -> Bool {
        var isValid = true
        for (field, position) in shape.constrainedChildren where isValid || isCollecting {
            let member = unsafe Instance(shape: shapes[field], memory: memory + table.fields[field].offset)
            // The dictionary of other members is at the same location as the object.
            guard position >= 0 else {
                isValid = walk(member) && isValid
                continue
            }
            if case .optional(let type, _) = member.shape.kind, unsafe type.isWithoutValue(member.memory) { continue }
            guard isCollecting else {
                isValid = walk(member)
                continue
            }
            let name = table.members[position].name
            let isSecret = shape.schema?.context.secretNames.contains(name) == true
            isValid = inside(name) { $0.hidingValues(isSecret) { $0.walk(member) } } && isValid
        }
        return isValid
    }

    /// Checks a value against a model that a `$ref` names.
    mutating func checkModel(_ model: Shape, _ schema: Schema, _ instance: Instance) -> Bool {
        switch instance.shape.kind {
        case _ where instance.shape === model: return walk(instance)
        case .optional(let type, let wrapped) where unsafe !type.isWithoutValue(instance.memory):
            return unsafe checkModel(model, schema, Instance(shape: wrapped, memory: instance.memory))
        case .indirect(let type, let wrapped):
            var isValid = true
            unsafe type.withValue(instance.memory) {
                isValid = unsafe checkModel(model, schema, Instance(shape: wrapped, memory: $0))
            }
            return isValid
        default: return checkDecoded(model.type, model, schema, instance)
        }
    }

    /// Decodes a value of another type as the model and checks the result.
    private mutating func checkDecoded<Model: JSONCodable>(
        _ type: Model.Type, _ model: Shape, _ schema: Schema, _ instance: Instance
    ) -> Bool {
        var isValid = false
        do {
            let value = try instance.jsonValue?.decode(as: type)
            guard let value else { return isValid }
            unsafe withUnsafePointer(to: value) { isValid = unsafe walk(Instance(shape: model, memory: $0)) }
        } catch {
            instance.withView { view, _ in isValid = fail(schema, "$ref", view, "must be of type \(type): \(error)") }
        }
        return isValid
    }
}
