/// Values on their way into an array or a dictionary, in the reader's scratch memory if they are few, else in memory of
/// their own.
@safe  // The memory is its own or the reader's, and the values in it are below the count.
struct ContainerValues {
    var start = unsafe UnsafeMutableRawPointer(bitPattern: 16)!
    var count = 0
    var capacity = 0
    var isOwned = false

    /// - Precondition: the values have been moved away or destroyed.
    func deallocate() {
        if isOwned { unsafe start.deallocate() }
    }
}

/// The members of an object on their way into a dictionary.
@safe  // The memory is its own or the reader's, and the values in it are below the count.
struct ContainerMembers {
    struct Name {
        let text: String
        /// Where the member's value begins.
        let offset: Int
    }

    var values = ContainerValues()
    /// As many as `values` has room for.
    var names = unsafe UnsafeMutablePointer<Name>(bitPattern: 16)!
    /// One more than there are values while a value is being read.
    var nameCount = 0
    private var ownsNames = false

    init() {}

    /// Makes room for as many names as there is room for values.
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

    /// The error for the first name that a dictionary has already: because it is there twice, if that is refused, or
    /// because Swift takes it for equal to another that has other code points.
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
