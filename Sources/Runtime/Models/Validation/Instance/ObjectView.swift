/// The members of an object in any Swift representation.
@safe  // It is not kept beyond the closure that receives it.
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
        var isPresent = false
        withMember(name) { _ in isPresent = true }
        return isPresent
    }

    /// Calls `body` with a member if it exists.
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

    /// Calls `body` with each member until it returns `false`, in a stable order if `isOrdered` is true.
    func forEach(isOrdered: Bool, _ body: (String, Instance) -> Bool) {
        switch self {
        case .json(let object, let shape):
            for member in object {
                let mustContinue = unsafe withUnsafePointer(to: member.value) {
                    unsafe body(member.name, Instance(shape: shape, memory: $0))
                }
                if !mustContinue { return }
            }
        case .dictionary(let type, let shape, let memory):
            unsafe type.forEach(memory, isOrdered: isOrdered) { unsafe body($0, Instance(shape: shape, memory: $1)) }
        case .model(let table, let shapes, let constants, let memory):
            for index in table.members.indices {
                let name = table.members[index].name
                if unsafe !table.withMember(index, shapes, constants, memory, { body(name, $0) }) { return }
            }
            guard table.map != nil, case .dictionary(let type, let shape) = shapes[shapes.count - 1].kind else {
                return
            }
            unsafe type.forEach(memory + table.fields[shapes.count - 1].offset, isOrdered: isOrdered) { name, value in
                if table.members.index(of: name) != nil { return true }
                return unsafe body(name, Instance(shape: shape, memory: value))
            }
        }
    }
}

extension ObjectTable {
    /// Calls `body` with a member and returns its result, or returns `true` if encoding does not write the member.
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

    /// Returns whether encoding writes a member that is not a constant (see <doc:GeneratedCode>).
    private func isWritten(_ member: Member, _ base: UnsafeRawPointer) -> Bool {
        guard let absence = member.absence, unsafe absence.isAbsent(base + fields[member.field].offset) else {
            return true
        }
        return unsafe !member.mayBeAbsent || wireBit(member.wireBit, base)
    }
}

extension JSONValue {
    static let shape = ShapeCache.shared.shape(of: JSONValue.self)
}
