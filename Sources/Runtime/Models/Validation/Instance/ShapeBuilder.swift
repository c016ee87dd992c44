/// Creates shapes. Each shape is registered before its contents are determined, since types may contain themselves.
struct ShapeBuilder {
    private(set) var shapes: [ObjectIdentifier: Shape]
    private var made: [Shape] = []
    /// The types whose shapes are incomplete.
    private var open: Set<ObjectIdentifier> = []

    init(shapes: [ObjectIdentifier: Shape]) { self.shapes = shapes }

    mutating func shape(of type: any JSONCodable.Type) -> Shape {
        if let shape = shapes[ObjectIdentifier(type)] {
            if open.contains(ObjectIdentifier(type)) { shape.mayBeDeep = true }
            return shape
        }
        let shape = Shape(type: type)
        shapes[ObjectIdentifier(type)] = shape
        made.append(shape)
        open.insert(ObjectIdentifier(type))
        shape.kind = kind(of: type, shape)
        open.remove(ObjectIdentifier(type))
        if case .json = shape.kind { shape.mayBeDeep = true }
        return shape
    }

    private mutating func kind(of type: any JSONCodable.Type, _ shape: Shape) -> Shape.Kind {
        if type == String.self { return .string }
        if type == Bool.self { return .bool }
        if type == Int.self { return .integer }
        if type == Double.self { return .double }
        if type == JSONValue.self { return .json }
        if let type = type as? any OpenEnum.Type { limit(shape, to: type) }
        if let read = unsafe scalarReader(of: type) { return unsafe .scalar(read) }
        if let type = type as? any IndirectValue.Type { return .indirect(type, self.shape(of: type.valueType)) }
        if let type = type as? any AbsenceRepresentable.Type { return .optional(type, self.shape(of: type.wrapped)) }
        if let type = type as? any ArrayElements.Type { return .array(type, self.shape(of: type.elementType)) }
        if let type = type as? any DictionaryMembers.Type { return .dictionary(type, self.shape(of: type.valueType)) }
        if let type = type as? any ObjectModel.Type { return object(type.table, shape) }
        if let type = type as? any TupleModel.Type { return tuple(type.table, shape) }
        if let type = type as? any UnionModel.Type { return union(type, shape) }
        return .opaque
    }

    /// Allows only the listed values of an enum, unless the description allows others.
    private func limit<Value: OpenEnum>(_ shape: Shape, to type: Value.Type) {
        if type is any ExpressibleByStringLiteral.Type { return }
        let values = type.allCases.compactMap { try? JSONValue(encoding: $0.rawValue) }
        shape.schema = try? SchemaCompiler.compile(["enum": .array(values)], name: "#/\(type)")
    }

    private mutating func object(_ table: ObjectTable, _ shape: Shape) -> Shape.Kind {
        compile(table.constraints, table.references, shape)
        var constants: [Int: JSONValue] = [:]
        for (index, member) in table.members.enumerated() where member.isConstant {
            constants[index] = unsafe try? JSON.decode(
                from: Array(member.constant?.buffer ?? .init(start: nil, count: 0)))
        }
        return .object(table, table.fields.valueTypes.map { self.shape(of: $0) }, constants: constants)
    }

    private mutating func tuple(_ table: TupleTable, _ shape: Shape) -> Shape.Kind {
        compile(table.constraints, table.references, shape)
        return .tuple(table, table.fields.valueTypes.map { self.shape(of: $0) })
    }

    private mutating func union(_ type: any UnionModel.Type, _ shape: Shape) -> Shape.Kind {
        let table = type.unionTable
        compile(table.constraints, table.references, variants: table.variants, shape)
        return .union(type, (table.types + [JSONValue.self]).map { self.shape(of: $0) })
    }

    private mutating func compile(
        _ constraints: StaticString?, _ references: [any JSONCodable.Type], variants: [String] = [], _ shape: Shape
    ) {
        guard let constraints else { return }
        var models: [String: Shape] = [:]
        for type in references { models["\(type)"] = self.shape(of: type) }
        let text = unsafe [UInt8](
            UnsafeBufferPointer(start: constraints.utf8Start, count: constraints.utf8CodeUnitCount))
        do {
            let json = try JSON.decode(JSONValue.self, from: text)
            shape.schema = try SchemaCompiler.compile(
                json, name: "#/\(shape.type)", models: models, variants: variants)
        } catch {
            shape.schemaError = error as? SchemaError ?? SchemaError(pointer: "#/\(shape.type)", reason: "\(error)")
        }
    }

    /// Determines which types contain constraints.
    func finish() {
        for shape in made { shape.isConstrained = shape.schema != nil || shape.schemaError != nil || shape.hasRules }
        // Closures, because key paths to the properties would make each access to them a dynamic one.
        spread({ $0.isConstrained }, { $0.isConstrained = true })
        spread({ $0.mayBeDeep }, { $0.mayBeDeep = true })
        for shape in made { shape.listConstrainedChildren() }
    }
}

extension ShapeBuilder {
    /// Sets a property of all types that contain a type with the property. The loop handles cycles.
    private func spread(_ hasProperty: (Shape) -> Bool, _ setProperty: (Shape) -> Void) {
        var changes = true
        while changes {
            changes = false
            for shape in made
            where !hasProperty(shape) && shape.children.contains(where: hasProperty) {
                setProperty(shape)
                changes = true
            }
        }
    }
}

extension Shape {
    fileprivate var hasRules: Bool {
        switch kind {
        case .object(let table, _, _): !table.rules.isEmpty || table.otherMembers == .unrecognized
        case .union(let type, _): type.unionTable.isExclusive || type.unionTable.isOpen
        default: false
        }
    }

    fileprivate var children: [Shape] {
        switch kind {
        case .optional(_, let shape), .indirect(_, let shape), .array(_, let shape), .dictionary(_, let shape): [shape]
        case .object(_, let shapes, _), .tuple(_, let shapes), .union(_, let shapes): shapes
        default: []
        }
    }

    fileprivate func listConstrainedChildren() {
        switch kind {
        case .object(let table, let shapes, _):
            constrainedChildren = table.members.indices.compactMap { position in
                let field = table.members[position].field
                return field >= 0 && shapes[field].isConstrained ? (field, position) : nil
            }
            if table.map != nil, shapes[shapes.count - 1].isConstrained {
                constrainedChildren.append((shapes.count - 1, -1))
            }
        case .tuple(_, let shapes):
            constrainedChildren = shapes.indices.compactMap { shapes[$0].isConstrained ? ($0, $0) : nil }
        default: break
        }
    }
}
