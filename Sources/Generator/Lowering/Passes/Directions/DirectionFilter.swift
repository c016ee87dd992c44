import ApusAPIModel
import ApusYAMLSource

/// Reduces types to their form in one direction.
struct DirectionFilter {
    let members: DirectionalMembers
    let direction: Direction
    /// The sent types by their received types.
    var sentForms: [TypeID: TypeID] = [:]

    func form(of declaration: TypeDeclaration) -> TypeDeclaration {
        var result = declaration
        var place = SchemaPlace(
            type: .named(declaration.id), lost: members.lost(by: .named(declaration.id), in: direction))
        switch declaration.shape {
        case .object(let shape):
            let form = form(of: shape, declaration.id)
            place.lostRequired = shape.properties.count { $0.isRequired && place.lost.contains(Spelling($0.name)) }
            if shape.additionalProperties == .forbidden { place.maximumCount = form.properties.count }
            result.shape = .object(form)
        case .union(var shape):
            shape.discrimination = form(of: shape.discrimination, shape.variants)
            for index in shape.variants.indices { shape.variants[index].type = form(of: shape.variants[index].type) }
            result.shape = .union(shape)
        case .alias(let use): result.shape = .alias(form(of: use))
        case .enumeration: break
        }
        result.constraints = form(of: declaration.constraints, place)
        return result
    }

    func form(of use: TypeUse) -> TypeUse {
        var use = use
        if !use.constraints.isEmpty {
            let place = SchemaPlace(type: use.type, lost: members.lost(by: use.type, in: direction))
            use.constraints = form(of: use.constraints, place)
        }
        switch use.type {
        case .array(let element): use.type = .array(form(of: element))
        case .map(let value): use.type = .map(form(of: value))
        case .tuple(let elements): use.type = .tuple(elements.map { form(of: $0) })
        case .named(let id): use.type = .named(sentForms[id] ?? id)
        default: break
        }
        return use
    }

    private func form(of shape: ObjectShape, _ id: TypeID) -> ObjectShape {
        var shape = shape
        let lost = members.lost(by: id, in: direction)
        let isLost = { (property: Property) in lost.contains(Spelling(property.name)) }
        shape.membersOfOtherDirection += shape.properties.filter(isLost).map(\.name)
        shape.properties.removeAll(where: isLost)
        for index in shape.properties.indices {
            shape.properties[index].type = form(of: shape.properties[index].type)
            shape.properties[index].defaultSource = shape.properties[index].defaultSource.flatMap { form(of: $0, lost) }
        }
        if case .kept(let use) = shape.additionalProperties { shape.additionalProperties = .kept(form(of: use)) }
        shape.rules = shape.rules.compactMap { form(of: $0, lost) }
        return shape
    }

    // MARK: Rules

    /// Returns the rule, or `nil` if it refers to a removed member.
    private func form(of rule: Rule, _ lost: Set<Spelling>) -> Rule? {
        guard !mentionsLost(rule.condition) else { return nil }
        var rule = rule
        rule.condition = form(of: rule.condition)
        if let member = rule.member, lost.contains(Spelling(member)) { rule.member = nil }
        return rule
    }

    private func form(of source: DefaultSource, _ lost: Set<Spelling>) -> DefaultSource? {
        var source = source
        for index in source.entries.indices {
            let entry = source.entries[index]
            if let condition = entry.condition {
                guard !mentionsLost(condition) else { return nil }
                source.entries[index].condition = form(of: condition)
            }
            switch entry.value {
            case .property(let name): if lost.contains(Spelling(name)) { return nil }
            case .literal: break
            case .expression(let expression):
                guard !mentionsLost(expression) else { return nil }
                source.entries[index].value = .expression(form(of: expression))
            }
        }
        return source
    }

    private func mentionsLost(_ expression: RuleExpression) -> Bool {
        if case .member(let base, let name) = expression.kind, case .object(let object) = base.type,
            members.lost(by: TypeID(object), in: direction).contains(Spelling(name))
        {
            return true
        }
        return expression.operands.contains { mentionsLost($0) }
    }

    private func form(of expression: RuleExpression) -> RuleExpression {
        sentForms.isEmpty ? expression : expression.renamingObjects { sentForms[TypeID($0)]?.name ?? $0 }
    }

    // MARK: Unions

    /// The plan without removed members. Variants that they distinguished are tried in order.
    private func form(of plan: Discrimination, _ variants: [UnionShape.Variant]) -> Discrimination {
        switch plan {
        case .variant, .trial: return plan
        case .kind(let branches): return .kind(branches.map { .init($0.key, form(of: $0.plan, variants)) })
        case .property(let name, let branches, let otherwise, let absent):
            return .property(
                name, branches.map { .init($0.key, form(of: $0.plan, variants)) },
                otherwise: otherwise.map { form(of: $0, variants) }, absent: absent.map { form(of: $0, variants) })
        case .value(let branches, let otherwise):
            return .value(
                branches.map { .init($0.key, form(of: $0.plan, variants)) },
                otherwise: otherwise.map { form(of: $0, variants) })
        case .presence(let branches, let otherwise):
            let isUsable = branches.allSatisfy { branch in
                !branch.plan.variants.contains { index in
                    members.objects(in: variants[index].type.type).contains {
                        members.lost(by: $0, in: direction).contains(Spelling(branch.key))
                    }
                }
            }
            guard isUsable else {
                let candidates = Set(plan.variants).sorted()
                return candidates.count == 1 ? .variant(candidates[0]) : .trial(candidates)
            }
            return .presence(
                branches.map { .init($0.key, form(of: $0.plan, variants)) },
                otherwise: otherwise.map { form(of: $0, variants) })
        case .element(let plan, let empty): return .element(form(of: plan, variants), empty: empty)
        }
    }
}

extension Discrimination {
    /// The variants that the plan can choose.
    fileprivate var variants: [Int] {
        switch self {
        case .variant(let index): [index]
        case .trial(let indices): indices
        case .kind(let branches): branches.flatMap(\.plan.variants)
        case .property(_, let branches, let otherwise, let absent):
            branches.flatMap(\.plan.variants) + (otherwise?.variants ?? []) + (absent?.variants ?? [])
        case .value(let branches, let otherwise): branches.flatMap(\.plan.variants) + (otherwise?.variants ?? [])
        case .presence(let branches, let otherwise): branches.flatMap(\.plan.variants) + (otherwise?.variants ?? [])
        case .element(let plan, let empty): plan.variants + [empty]
        }
    }
}
