/// The members of an object, wherever they are.
@safe  // Not kept beyond the body that it is given to.
enum ObjectView {
    case model(ObjectTable, [Shape], constants: [Int: JSONValue], UnsafeRawPointer)
    case dictionary(any DictionaryMembers.Type, Shape, UnsafeRawPointer)
    case json(JSONObject, Shape)

    var count: Int {
        switch self {
        case .json(let object, _): return object.count
        case .dictionary(let type, _, let memory): return unsafe type.count(memory)
        case .model:
            var count = 0
            forEach(isOrdered: false) { _, _ in
                count += 1
                return true
            }
            return count
        }
    }

    func contains(_ name: SchemaName) -> Bool {
        var isThere = false
        withMember(name) { _ in isThere = true }
        return isThere
    }

    /// Calls the body with a member, if it is there.
    func withMember(_ name: SchemaName, _ body: (Instance) -> Void) {
        switch self {
        case .json(let object, let shape):
            guard let value = object[name.text] else { return }
            unsafe withUnsafePointer(to: value) { unsafe body(Instance(shape: shape, memory: $0)) }
        case .dictionary(let type, let shape, let memory):
            unsafe type.withValue(named: name.text, memory) { unsafe body(Instance(shape: shape, memory: $0)) }
        case .model(let table, let shapes, let constants, let memory):
            let index = unsafe table.members.index(ofRead: name.utf8.buffer, next: 0)
            if index >= 0 {
                _ = unsafe table.withMember(index, shapes, constants, memory) {
                    body($0)
                    return true
                }
            } else if table.map != nil, case .dictionary(let type, let shape) = shapes[shapes.count - 1].kind {
                unsafe type.withValue(named: name.text, memory + table.fields[shapes.count - 1].offset) {
                    unsafe body(Instance(shape: shape, memory: $0))
                }
            }
        }
    }

    /// Calls the body with all members; in their order, if that is asked for. The body returns whether to go on.
    func forEach(isOrdered: Bool, _ body: (String, Instance) -> Bool) {
        switch self {
        case .json(let object, let shape):
            for member in object {
                let goesOn = unsafe withUnsafePointer(to: member.value) { unsafe body(member.name, Instance(shape: shape, memory: $0)) }
                if !goesOn { return }
            }
        case .dictionary(let type, let shape, let memory):
            unsafe type.forEach(memory, isOrdered: isOrdered) { unsafe body($0, Instance(shape: shape, memory: $1)) }
        case .model(let table, let shapes, let constants, let memory):
            for index in table.members.indices {
                let name = table.members[index].name
                if unsafe !table.withMember(index, shapes, constants, memory, { body(name, $0) }) { return }
            }
            guard table.map != nil, case .dictionary(let type, let shape) = shapes[shapes.count - 1].kind else { return }
            unsafe type.forEach(memory + table.fields[shapes.count - 1].offset, isOrdered: isOrdered) { name, value in
                if table.members.index(of: name) != nil { return true }
                return unsafe body(name, Instance(shape: shape, memory: value))
            }
        }
    }
}

extension ObjectTable {
    /// Calls the body with a member, if it is written; returns what the body returns, and true if it is not.
    fileprivate func withMember(
        _ index: Int, _ shapes: [Shape], _ constants: [Int: JSONValue], _ base: UnsafeRawPointer,
        _ body: (Instance) -> Bool
    ) -> Bool {
        let member = members[index]
        if member.isConstant {
            guard unsafe !wireBit(member.wireBit, base), let value = constants[index] else { return true }
            return unsafe withUnsafePointer(to: value) { unsafe body(Instance(shape: JSONValue.shape, memory: $0)) }
        }
        guard unsafe isWritten(member, base) else { return true }
        return unsafe body(Instance(shape: shapes[member.field], memory: base + fields[member.field].offset))
    }

    /// Whether encoding writes the member, which is not a constant: the rules of <doc:GeneratedCode>.
    private func isWritten(_ member: Member, _ base: UnsafeRawPointer) -> Bool {
        guard let absence = member.absence, unsafe absence.isAbsent(base + fields[member.field].offset) else { return true }
        return unsafe !member.mayBeAbsent || wireBit(member.wireBit, base)
    }
}

extension JSONValue {
    static let shape = ShapeCache.shared.shape(of: JSONValue.self)
}
