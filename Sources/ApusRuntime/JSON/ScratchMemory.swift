/// Memory for values on their way to where they belong, taken and given back like a stack.
struct ScratchMemory: ~Copyable {
    private static let blockSize = 4096

    /// Blocks stay where they are, for values are being decoded into them.
    private var blocks: [UnsafeMutableRawBufferPointer] = []
    private var block = 0
    private var used = 0

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
    mutating func allocate(byteCount: Int, alignment: Int) -> UnsafeMutableRawPointer {
        if block < blocks.count {
            let base = blocks[block].baseAddress.unsafelyUnwrapped
            let start = (base + used).alignedUp(toMultipleOf: alignment)
            if start - base &+ byteCount <= blocks[block].count {
                used = start - base &+ byteCount
                return start
            }
        }
        return allocateInNextBlock(byteCount, alignment)
    }

    mutating func release(to mark: Mark) {
        block = mark.block
        used = mark.used
    }

    @inline(never)
    private mutating func allocateInNextBlock(_ byteCount: Int, _ alignment: Int) -> UnsafeMutableRawPointer {
        if block < blocks.count { block += 1 }
        let needed = byteCount + alignment
        while block < blocks.count, blocks[block].count < needed { blocks.remove(at: block).deallocate() }
        if block == blocks.count {
            blocks.append(.allocate(byteCount: max(Self.blockSize, needed), alignment: 16))
        }
        used = 0
        return allocate(byteCount: byteCount, alignment: alignment)
    }
}
