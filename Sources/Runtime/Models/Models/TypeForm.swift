/// The JSON that the values of a type have, as far as its table says it.
package enum TypeForm {
    /// A member of an object. A constant has no type.
    package struct Member {
        package let name: String
        package let type: (any JSONCodable.Type)?
        package let constant: JSONValue?
        package let mayBeAbsent: Bool
        package let isNullable: Bool
    }

    /// A variant of a union, and the values of the member that selects it.
    package struct Variant {
        package let name: String
        package let type: any JSONCodable.Type
        package let tag: (name: String, values: [JSONValue])?
    }

    /// A JSON Schema of the assertions that the types do not express.
    package struct Constraints {
        package let schema: JSONValue
        /// The types that `$ref`s name.
        package let references: [any JSONCodable.Type]
        private let resources: SchemaResources

        fileprivate init?(_ text: StaticString?, _ references: [any JSONCodable.Type]) {
            guard let text else { return nil }
            let bytes = unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
            guard let schema = try? JSON.decode(JSONValue.self, from: bytes),
                let resources = try? SchemaResources(schema)
            else { return nil }
            self.schema = schema
            self.references = references
            self.resources = resources
        }

        /// Returns the schema that a reference within this one leads to, and its reference tokens.
        ///
        /// - Parameter tokens: The reference tokens of the schema with the reference.
        package func target(of reference: String, at tokens: [String]) -> (schema: JSONValue, tokens: [String])? {
            guard let location = resources.resolve(reference, from: .init(tokens: tokens)) else { return nil }
            return resources.value(at: location).map { ($0, location.tokens) }
        }
    }

    /// A type with its own code for a single value.
    case scalar
    /// An enum with these values.
    case values([JSONValue])
    case nullable(any JSONCodable.Type)
    case boxed(any JSONCodable.Type)
    case array(any JSONCodable.Type)
    case map(any JSONCodable.Type)
    /// An object. `others` is the type of the members that it does not list, if it keeps some that are valid.
    case object([Member], others: (any JSONCodable.Type)?, Constraints?)
    /// An array of these types. `others` is the type of further elements, if it keeps them.
    case tuple([any JSONCodable.Type], required: Int, others: (any JSONCodable.Type)?, Constraints?)
    case union([Variant], Constraints?)

    package init(of type: any JSONCodable.Type) {
        if let type = type as? any IndirectValue.Type {
            self = .boxed(type.valueType)
        } else if let type = type as? any AbsenceRepresentable.Type {
            self = .nullable(type.wrapped)
        } else if let type = type as? any ArrayElements.Type {
            self = .array(type.elementType)
        } else if let type = type as? any DictionaryMembers.Type {
            self = .map(type.valueType)
        } else if let type = type as? any ObjectModel.Type {
            self.init(of: type.table)
        } else if let type = type as? any TupleModel.Type {
            let table = type.table
            let types = Array(table.fields.valueTypes.prefix(table.positionCount))
            let others = (table.fields.valueTypes.dropFirst(types.count).first as? any ArrayElements.Type)?.elementType
            let constraints = Constraints(table.constraints, table.references)
            self = .tuple(types, required: table.required, others: others, constraints)
        } else if let type = type as? any UnionModel.Type {
            self.init(of: type.unionTable)
        } else if let type = type as? any (ClosedEnum & JSONCodable).Type {
            self = .values(rawValues(of: type))
        } else if let type = type as? any OpenEnum.Type {
            self = .values(rawValues(of: type))
        } else {
            self = .scalar
        }
    }

    private init(of table: ObjectTable) {
        let types = table.fields.valueTypes
        let members = table.members.map { member in
            Member(
                name: member.name, type: member.isConstant ? nil : types[member.field],
                constant: member.constant.flatMap { unsafe try? JSON.decode(from: Array($0.buffer)) },
                mayBeAbsent: member.mayBeAbsent, isNullable: member.isNullable)
        }
        let keepsOthers = table.otherMembers == .kept || table.otherMembers == .overlap
        let others = keepsOthers ? (table.map as? any DictionaryMembers.Type)?.valueType : nil
        self = .object(members, others: others, Constraints(table.constraints, table.references))
    }

    private init(of table: UnionTable) {
        let variants = table.variants.indices.map { index in
            Variant(name: table.variants[index], type: table.types[index], tag: table.tag(of: index))
        }
        self = .union(variants, Constraints(table.constraints, table.references))
    }
}

private func rawValues<Value: RawRepresentable & CaseIterable>(of type: Value.Type) -> [JSONValue]
where Value.RawValue: JSONCodable {
    type.allCases.compactMap { try? JSONValue(encoding: $0.rawValue) }
}

extension UnionTable {
    /// The member that selects a variant of objects, and its values. `nil` if the variant needs none of them.
    fileprivate func tag(of variant: Int) -> (name: String, values: [JSONValue])? {
        guard case .property(let discriminator, let otherwise, let absent) = planOfObjects else { return nil }
        if [otherwise, absent].contains(where: { $0?.selects(variant) == true }) { return nil }
        let values = discriminator.values
        let texts = values.texts.filter { $0.plan.selects(variant) }.map { text in
            unsafe JSONValue.string(String(decoding: text.utf8.buffer, as: UTF8.self))
        }
        let others = values.others.filter { $0.plan.selects(variant) }.map(\.value)
        guard let name = tagName, !texts.isEmpty || !others.isEmpty else { return nil }
        return (name, texts + others)
    }
}

extension UnionPlan {
    /// Whether the plan may lead to a variant.
    fileprivate func selects(_ variant: Int) -> Bool {
        switch self {
        case .variant(let one): one == variant
        case .trial(let several): several.contains(variant)
        case .property, .kinds, .keys, .values, .element: true
        }
    }
}
