/// Decoded values that will be moved into an array or dictionary.
///
/// They are in the reader's scratch memory, or in a separate allocation if there are many.
@safe  // The memory is owned or belongs to the reader, and values are below the count.
struct ContainerValues {
    var start = unsafe UnsafeMutableRawPointer(bitPattern: 16)!
    var count = 0
    var capacity = 0
    var isOwned = false

    /// - Precondition: The values have been moved or destroyed.
    func deallocate() {
        if isOwned { unsafe start.deallocate() }
    }
}

/// Decoded members that will be moved into a dictionary.
@safe  // The memory is owned or belongs to the reader, and values are below the count.
struct ContainerMembers {
    struct Name {
        let text: String
        /// The offset of the member's value in bytes.
        let offset: Int
    }

    var values = ContainerValues()
    /// Memory for as many names as `values` has capacity for.
    var names = unsafe UnsafeMutablePointer<Name>(bitPattern: 16)!
    /// The number of names, which exceeds the number of values by one while a value is decoded.
    var nameCount = 0
    private var ownsNames = false

    init() {}

    /// Grows the memory for names to the capacity of `values`.
    mutating func growNames(_ reader: inout JSONReader) {
        let byteCount = values.capacity &* MemoryLayout<Name>.stride
        let ownsGrown = byteCount > 1024
        let memory =
            unsafe ownsGrown
            ? UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: MemoryLayout<Name>.alignment)
            : reader.scratch.allocate(byteCount: byteCount, alignment: MemoryLayout<Name>.alignment)
        let grown = unsafe memory.bindMemory(to: Name.self, capacity: values.capacity)
        if nameCount > 0 { unsafe grown.moveInitialize(from: names, count: nameCount) }
        if ownsNames { unsafe names.deallocate() }
        unsafe names = unsafe grown
        ownsNames = ownsGrown
    }

    func discardNames() {
        unsafe names.deinitialize(count: nameCount)
        if ownsNames { unsafe names.deallocate() }
    }

    /// Returns the error for the first name that is a duplicate.
    ///
    /// A name is a duplicate if it occurs twice and the options refuse that. A name that Swift considers equal to
    /// another with different code points is a duplicate too.
    func duplicate(in reader: borrowing JSONReader) -> JSONError? {
        var seen: Set<String> = []
        for index in 0..<nameCount {
            let name = unsafe names[index].text
            let (isNew, earlier) = seen.insert(name)
            if isNew { continue }
            if !isSameText(name, earlier) { return unsafe reader.indistinctMember(name, at: names[index].offset) }
            if reader.options.duplicateMembers == .refused {
                var error = unsafe reader.duplicateMember(name, at: names[index].offset)
                error.prepend(name)
                return error
            }
        }
        return nil
    }
}
