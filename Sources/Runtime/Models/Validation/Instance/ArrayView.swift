/// The elements of an array in any Swift representation.
@safe  // It is not kept beyond the closure that receives it, and indices are below the count.
enum ArrayView {
    case contiguous(first: UnsafeRawPointer?, count: Int, stride: Int, element: Shape)
    case tuple(TupleTable, [Shape], UnsafeRawPointer)

    var count: Int {
        switch self {
        case .contiguous(_, let count, _, _): return count
        case .tuple(let table, _, let memory):
            return unsafe table.elementCount(memory)
        }
    }

    /// Calls `body` with each element from an index on, until it returns `false`.
    func forEach(from start: Int, _ body: (Int, Instance) -> Bool) {
        switch self {
        case .contiguous(let first, let count, let stride, let element):
            guard let first = unsafe first, start < count else { return }
            for index in start..<count {
                if unsafe !body(index, Instance(shape: element, memory: first + index * stride)) { return }
            }
        case .tuple(let table, let shapes, let memory):
            let positions = unsafe min(table.elementCount(memory), table.positionCount)
            guard unsafe start < table.elementCount(memory) else { return }
            if start < positions {
                for index in start..<positions {
                    if unsafe !body(index, Instance(shape: shapes[index], memory: memory + table.fields[index].offset))
                    {
                        return
                    }
                }
            }
            guard table.otherElements == .kept, case .array(let type, let element) = shapes[positions].kind else {
                return
            }
            unsafe type.withElements(memory + table.fields[positions].offset) { first, count, stride in
                unsafe ArrayView.contiguous(first: first, count: count, stride: stride, element: element)
                    .forEach(from: max(0, start - positions)) { body($0 + positions, $1) }
            }
        }
    }
}

extension TupleTable {
    /// The number of elements that have their own type.
    var positionCount: Int { fields.count - (otherElements == .kept ? 1 : 0) }

    /// Returns the number of elements that encoding writes.
    fileprivate func elementCount(_ memory: UnsafeRawPointer) -> Int {
        var count = 0
        while count < positionCount {
            if count >= required, let type = fields[count].valueType as? any AbsenceRepresentable.Type,
                unsafe type.isAbsent(memory + fields[count].offset)
            {
                return count
            }
            count += 1
        }
        if otherElements == .kept, let type = fields[count].valueType as? any ArrayElements.Type {
            unsafe type.withElements(memory + fields[count].offset) { _, others, _ in count += others }
        }
        return count
    }
}
