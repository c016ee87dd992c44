/// Memory for values on their way to where they belong, taken and given back like a stack.
struct ScratchMemory: ~Copyable {
    private static let blockSize = 4096

    /// Blocks stay where they are, for values are being decoded into them.
    private var blocks: [UnsafeMutableRawBufferPointer] = []
    private var block = 0
    private var used = 0
    /// Of the current block.
    private var start = UnsafeMutableRawPointer(bitPattern: 16)!
    private var size = 0

    /// What to come back to.
    struct Mark {
        fileprivate let block: Int
        fileprivate let used: Int
    }

    var mark: Mark { Mark(block: block, used: used) }

    deinit {
        for block in blocks { block.deallocate() }
    }

    /// Memory that is good until the stack comes back to an earlier mark.
    @_transparent
    mutating func allocate(byteCount: Int, alignment: Int) -> UnsafeMutableRawPointer {
        let address = Int(bitPattern: start)
        let offset = ((address &+ used &+ alignment &- 1) & ~(alignment &- 1)) &- address
        guard offset &+ byteCount <= size else { return allocateInNextBlock(byteCount, alignment) }
        used = offset &+ byteCount
        return start + offset
    }

    /// Memory for values of a type.
    mutating func allocate<Value>(_ count: Int, of type: Value.Type) -> UnsafeMutablePointer<Value> {
        allocate(byteCount: count &* MemoryLayout<Value>.stride, alignment: MemoryLayout<Value>.alignment)
            .bindMemory(to: Value.self, capacity: count)
    }

    @_transparent
    mutating func release(to mark: Mark) {
        if block != mark.block { goToBlock(mark.block) }
        used = mark.used
    }

    @inline(never)
    mutating func allocateInNextBlock(_ byteCount: Int, _ alignment: Int) -> UnsafeMutableRawPointer {
        let needed = byteCount + alignment
        let next = block < blocks.count ? block + 1 : block
        while next < blocks.count, blocks[next].count < needed { blocks.remove(at: next).deallocate() }
        if next == blocks.count {
            blocks.append(.allocate(byteCount: max(Self.blockSize, needed), alignment: 16))
        }
        goToBlock(next)
        let first = start.alignedUp(toMultipleOf: alignment)
        used = first - start + byteCount
        return first
    }

    mutating func goToBlock(_ index: Int) {
        block = index
        used = 0
        if index < blocks.count {
            start = blocks[index].baseAddress!
            size = blocks[index].count
        }
    }
}
