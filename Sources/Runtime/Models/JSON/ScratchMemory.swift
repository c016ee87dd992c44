/// Temporary memory for values that are being decoded or encoded, allocated and released like a stack.
@safe  // It owns the blocks as long as it exists.
struct ScratchMemory: ~Copyable {
    private static let blockSize = 4096

    /// Blocks never move because values are decoded in place.
    private var blocks: [UnsafeMutableRawBufferPointer] = unsafe []
    private var block = 0
    private var used = 0
    /// The start of the current block.
    private var start = unsafe UnsafeMutableRawPointer(bitPattern: 16)!
    private var size = 0

    struct Mark {
        fileprivate let block: Int
        fileprivate let used: Int
    }

    var mark: Mark { Mark(block: block, used: used) }

    deinit {
        // swift-format-ignore
        for unsafe block in unsafe blocks { unsafe block.deallocate() }
    }

    /// Allocates memory that is valid until `release(to:)` returns to an earlier mark.
    @_transparent
    mutating func allocate(byteCount: Int, alignment: Int) -> UnsafeMutableRawPointer {
        let address = unsafe Int(bitPattern: start)
        let offset = ((address &+ used &+ alignment &- 1) & ~(alignment &- 1)) &- address
        guard offset &+ byteCount <= size else { return unsafe allocateInNextBlock(byteCount, alignment) }
        used = offset &+ byteCount
        return unsafe start + offset
    }

    mutating func allocate<Value>(_ count: Int, of type: Value.Type) -> UnsafeMutablePointer<Value> {
        unsafe allocate(byteCount: count &* MemoryLayout<Value>.stride, alignment: MemoryLayout<Value>.alignment)
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
        let next = unsafe block < blocks.count ? block + 1 : block
        while unsafe next < blocks.count, unsafe blocks[next].count < needed {
            unsafe blocks.remove(at: next).deallocate()
        }
        if unsafe next == blocks.count {
            unsafe blocks.append(.allocate(byteCount: max(Self.blockSize, needed), alignment: 16))
        }
        goToBlock(next)
        let first = unsafe start.alignedUp(toMultipleOf: alignment)
        used = unsafe first - start + byteCount
        return unsafe first
    }

    mutating func goToBlock(_ index: Int) {
        block = index
        used = 0
        if unsafe index < blocks.count {
            unsafe start = unsafe blocks[index].baseAddress!
            size = unsafe blocks[index].count
        }
    }
}
