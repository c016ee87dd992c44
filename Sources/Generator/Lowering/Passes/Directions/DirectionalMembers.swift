import ApusAPIModel
import ApusYAMLSource

/// The members that belong to one direction: read-only members are received, write-only members are sent.
///
/// A discriminator property belongs to both directions, because nobody could identify the variant without it. So does a
/// member that is both read-only and write-only.
struct DirectionalMembers {
    let declarations: TypeTable
    private var readOnly: [TypeID: Set<Spelling>] = [:]
    private var writeOnly: [TypeID: Set<Spelling>] = [:]
    /// Whether the constraints of a type alone make the directions differ.
    private var marked: Set<TypeID> = []

    init(_ api: API, _ index: TypeIndex) {
        declarations = TypeTable(api.types, index)
        var isDirectional = false
        for declaration in api.types {
            if declaration.hasDirectionMark { marked.insert(declaration.id) }
            guard case .object(let shape) = declaration.shape, !declaration.isExternal else { continue }
            for property in shape.properties where property.isReadOnly != property.isWriteOnly {
                isDirectional = true
                if property.isReadOnly {
                    readOnly[declaration.id, default: []].insert(Spelling(property.name))
                } else {
                    writeOnly[declaration.id, default: []].insert(Spelling(property.name))
                }
            }
        }
        if isDirectional { keepTags(api) }
    }

    /// Whether no type differs between the directions.
    var isEmpty: Bool { readOnly.isEmpty && writeOnly.isEmpty && marked.isEmpty }

    private mutating func keepTags(_ api: API) {
        for declaration in api.types {
            guard case .union(let union) = declaration.shape else { continue }
            let tags = union.discrimination.tags
            guard !tags.isEmpty else { continue }
            for object in union.variants.flatMap({ objects(in: $0.type.type) }) {
                for tag in tags {
                    readOnly[object]?.remove(Spelling(tag))
                    writeOnly[object]?.remove(Spelling(tag))
                }
            }
        }
        readOnly = readOnly.filter { !$0.value.isEmpty }
        writeOnly = writeOnly.filter { !$0.value.isEmpty }
    }

    func hasDirection(_ property: Property, of id: TypeID) -> Bool {
        let name = Spelling(property.name)
        return readOnly[id]?.contains(name) == true || writeOnly[id]?.contains(name) == true
    }

    /// The members that an object does not have in a direction.
    func lost(by id: TypeID, in direction: Direction) -> Set<Spelling> {
        (direction == .request ? readOnly[id] : direction == .response ? writeOnly[id] : nil) ?? []
    }

    /// The members that the type names but no value has in a direction.
    func lost(by type: Type, in direction: Direction) -> Set<Spelling> {
        guard case .named(let id) = declarations.resolved(type) else { return [] }
        guard case .union? = declarations[id]?.shape else { return lost(by: id, in: direction) }
        var lost: Set<Spelling> = []
        var kept: Set<Spelling> = []
        for object in objects(in: .named(id), throughArrays: false) {
            guard case .object(let shape)? = declarations[object]?.shape else { continue }
            let own = self.lost(by: object, in: direction)
            lost.formUnion(own)
            for property in shape.properties where !own.contains(Spelling(property.name)) {
                kept.insert(Spelling(property.name))
            }
        }
        return lost.subtracting(kept)
    }

    /// Whether the type itself has other members, or other constraints on them, in each direction.
    func differsByItself(_ declaration: TypeDeclaration) -> Bool {
        let id = declaration.id
        if readOnly[id] != nil || writeOnly[id] != nil { return true }
        guard marked.contains(id) else { return false }
        let request = DirectionFilter(members: self, direction: .request)
        let response = DirectionFilter(members: self, direction: .response)
        return request.form(of: declaration).allConstraints != response.form(of: declaration).allConstraints
    }

    /// The declared types that a type names in a direction.
    func mentions(of declaration: TypeDeclaration, in direction: Direction) -> [TypeID] {
        let lost = lost(by: declaration.id, in: direction)
        guard !lost.isEmpty, case .object(var shape) = declaration.shape else { return declaration.mentions }
        shape.properties.removeAll { lost.contains(Spelling($0.name)) }
        var rest = declaration
        rest.shape = .object(shape)
        return rest.mentions
    }

    /// The objects that a value of a type can be, directly or as elements of an array.
    func objects(in type: Type, throughArrays: Bool = true) -> [TypeID] {
        var result: [TypeID] = []
        var visited: Set<TypeID> = []
        var pending = [type]
        while let type = pending.popLast() {
            if throughArrays, case .array(let element) = type { pending.append(element.type) }
            guard case .named(let id) = type, visited.insert(id).inserted, let declaration = declarations[id] else {
                continue
            }
            switch declaration.shape {
            case .object: result.append(id)
            case .union(let union): pending += union.variants.map(\.type.type)
            case .alias(let use): pending.append(use.type)
            case .enumeration: continue
            }
        }
        return result
    }
}

extension Discrimination {
    /// The members whose values distinguish variants.
    fileprivate var tags: [String] {
        switch self {
        case .variant, .trial: []
        case .kind(let branches): branches.flatMap(\.plan.tags)
        case .property(let name, let branches, let otherwise, let absent):
            [name] + branches.flatMap(\.plan.tags) + (otherwise?.tags ?? []) + (absent?.tags ?? [])
        case .value(let branches, let otherwise): branches.flatMap(\.plan.tags) + (otherwise?.tags ?? [])
        case .presence(let branches, let otherwise): branches.flatMap(\.plan.tags) + (otherwise?.tags ?? [])
        case .element(let plan, _): plan.tags
        }
    }
}

extension TypeDeclaration {
    /// The constraints of the type and of all places in it.
    fileprivate var allConstraints: [Constraints] {
        [self.constraints] + uses.flatMap(\.allConstraints)
    }

    fileprivate var hasDirectionMark: Bool {
        allConstraints.contains { $0.assertions.contains { $0.operand.hasDirectionMark } }
    }

    private var uses: [TypeUse] {
        switch self.shape {
        case .alias(let use): return [use]
        case .enumeration: return []
        case .union(let union): return union.variants.map(\.type)
        case .object(let object):
            let uses = object.properties.map(\.type)
            if case .kept(let use) = object.additionalProperties { return uses + [use] }
            return uses
        }
    }
}

extension TypeUse {
    fileprivate var allConstraints: [Constraints] {
        let inner: [Constraints] =
            switch type {
            case .array(let use), .map(let use): use.allConstraints
            case .tuple(let uses): uses.flatMap(\.allConstraints)
            default: []
            }
        return constraints.isEmpty ? inner : [constraints] + inner
    }
}

extension JSONLiteral {
    /// Whether a schema marks a member as read-only or write-only.
    fileprivate var hasDirectionMark: Bool {
        switch self {
        case .array(let elements): elements.contains { $0.hasDirectionMark }
        case .object(let members):
            members.contains {
                ($0.name == "readOnly" || $0.name == "writeOnly") && $0.value == .bool(true)
                    || $0.value.hasDirectionMark
            }
        case .null, .bool, .number, .string, .reference: false
        }
    }
}
