import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// The position of a schema, and what is known about the values there.
struct SchemaPlace {
    var type: Type?
    /// The members that values in this direction do not have.
    var lost: Set<Spelling> = []
    /// The number of these members that are required in the other direction.
    var lostRequired = 0
    /// The maximum number of members of a closed object.
    var maximumCount: Int?
    /// Whether the schema must hold, rather than being a condition or negated.
    var isAsserted = true
}

// The assertions about members in one direction. A member of the other direction is not required.
extension DirectionFilter {
    func form(of constraints: Constraints, _ place: SchemaPlace) -> Constraints {
        Constraints(
            constraints.assertions.compactMap { assertion in
                guard let keyword = form(ofKeyword: assertion.keyword, assertion.operand, place) else { return nil }
                var assertion = assertion
                assertion.keyword = keyword.name
                assertion.operand = keyword.value
                return assertion
            })
    }

    private func form(of schema: JSONLiteral, _ place: SchemaPlace) -> JSONLiteral {
        guard case .object(let keywords) = schema else { return schema }
        var place = place
        place.lost.formUnion(markedMembers(of: schema))
        if let required = schema[.required]?.elements {
            place.lostRequired = max(place.lostRequired, required.count { isLost($0, place) })
        }
        var result: [JSONLiteral.Member] = []
        for keyword in keywords {
            guard let form = form(ofKeyword: keyword.name, keyword.value, place) else { continue }
            if result.contains(where: { $0.name == form.name }) {
                // Two `oneOf`, one of which became an `anyOf`.
                if let index = result.firstIndex(where: { $0.name == Keyword.allOf.spelling }) {
                    result[index].value = .array(result[index].value.elements + [.object([form])])
                } else {
                    result.append(.init(Keyword.allOf.spelling, .array([.object([form])])))
                }
            } else {
                result.append(form)
            }
        }
        return .object(result)
    }

    /// The keyword in this direction, or `nil` if it asserts nothing there.
    private func form(ofKeyword name: String, _ operand: JSONLiteral, _ place: SchemaPlace) -> JSONLiteral.Member? {
        func mapped(_ operand: JSONLiteral, _ place: SchemaPlace) -> JSONLiteral {
            switch operand {
            case .array(let schemas): .array(schemas.map { form(of: $0, place) })
            case .object(let schemas): .object(schemas.map { .init($0.name, form(of: $0.value, place)) })
            case .null, .bool, .number, .string, .reference: operand
            }
        }
        switch Keyword(spelling: name) {
        case .readOnly: return nil
        case .reference:
            guard case .reference(let id) = operand, let sent = sentForms[id] else { return .init(name, operand) }
            return .init(name, .reference(sent))
        case .required:
            guard place.isAsserted, !place.lost.isEmpty else { return .init(name, operand) }
            let rest = operand.elements.filter { !isLost($0, place) }
            return rest.isEmpty ? nil : .init(name, .array(rest))
        case .dependentRequired:
            guard place.isAsserted, !place.lost.isEmpty, case .object(let members) = operand else {
                return .init(name, operand)
            }
            return .init(
                name, .object(members.map { .init($0.name, .array($0.value.elements.filter { !isLost($0, place) })) }))
        case .minProperties:
            guard place.isAsserted, !place.lost.isEmpty, case .number(let text) = operand, let count = Int(text) else {
                return .init(name, operand)
            }
            let least = min(count - place.lostRequired, place.maximumCount ?? count)
            return least > 0 ? .init(name, .number("\(least)")) : nil
        case .oneOf:
            let form = mapped(operand, place)
            // The member that distinguished the alternatives may be removed.
            let isWeaker = place.isAsserted && form != mapped(operand, place.unasserted)
            return .init(isWeaker ? Keyword.anyOf.spelling : name, form)
        case .allOf, .anyOf, .dependentSchemas: return .init(name, mapped(operand, place))
        case .then, .else: return .init(name, form(of: operand, place))
        case .not, .if: return .init(name, form(of: operand, place.unasserted))
        case .properties, .patternProperties:
            guard case .object(let members) = operand else { return .init(name, operand) }
            return .init(
                name,
                .object(members.map { .init($0.name, form(of: $0.value, self.place(ofMember: $0.name, in: place))) }))
        case .definitions: return .init(name, mapped(operand, SchemaPlace()))
        case .additionalProperties, .unevaluatedProperties:
            return .init(name, form(of: operand, self.place(ofMember: nil, in: place)))
        case .items, .contains, .unevaluatedItems:
            return .init(name, form(of: operand, self.place(ofElementIn: place)))
        case .prefixItems: return .init(name, mapped(operand, self.place(ofElementIn: place)))
        default: return .init(name, operand)
        }
    }

    private func isLost(_ name: JSONLiteral, _ place: SchemaPlace) -> Bool {
        if case .string(let name) = name { place.lost.contains(Spelling(name)) } else { false }
    }

    /// The members that the schema itself assigns to the other direction.
    private func markedMembers(of schema: JSONLiteral) -> Set<Spelling> {
        let mark = direction == .request ? Keyword.readOnly : .writeOnly
        var result: Set<Spelling> = []
        if case .object(let members)? = schema[.properties] {
            for member in members where member.value[mark] == .bool(true) { result.insert(Spelling(member.name)) }
        }
        for part in schema[.allOf]?.elements ?? [] { result.formUnion(markedMembers(of: part)) }
        return result
    }

    // MARK: Places

    private func place(ofMember name: String?, in place: SchemaPlace) -> SchemaPlace {
        guard let type = place.type.map(members.declarations.resolved) else {
            return SchemaPlace(isAsserted: place.isAsserted)
        }
        if case .map(let value) = type { return self.place(of: value.type, in: place) }
        guard case .named(let id) = type, case .object(let shape)? = members.declarations[id]?.shape else {
            return SchemaPlace(isAsserted: place.isAsserted)
        }
        if let name, let property = shape.properties.first(where: { $0.name == name }) {
            return self.place(of: property.type.type, in: place)
        }
        if case .kept(let value) = shape.additionalProperties { return self.place(of: value.type, in: place) }
        return SchemaPlace(isAsserted: place.isAsserted)
    }

    private func place(ofElementIn place: SchemaPlace) -> SchemaPlace {
        guard case .array(let element)? = place.type.map(members.declarations.resolved) else {
            return SchemaPlace(isAsserted: place.isAsserted)
        }
        return self.place(of: element.type, in: place)
    }

    private func place(of type: Type, in outer: SchemaPlace) -> SchemaPlace {
        SchemaPlace(type: type, lost: members.lost(by: type, in: direction), isAsserted: outer.isAsserted)
    }
}

extension SchemaPlace {
    fileprivate var unasserted: SchemaPlace {
        var place = self
        place.isAsserted = false
        return place
    }
}

extension JSONLiteral {
    fileprivate subscript(keyword: Keyword) -> JSONLiteral? { self[keyword.spelling] }

    fileprivate var elements: [JSONLiteral] { if case .array(let elements) = self { elements } else { [] } }
}
