/// The members of an object in the description's order.
@safe  // The memory is never freed, and the code that creates an index checks it.
struct Members: @unchecked Sendable, RandomAccessCollection {
    let start: UnsafePointer<Member>
    let count: Int

    init(_ members: [Member]) {
        let start = UnsafeMutablePointer<Member>.allocate(capacity: members.count)
        for (index, member) in members.enumerated() { unsafe (start + index).initialize(to: member) }
        unsafe self.start = unsafe UnsafePointer(start)
        count = members.count
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> Member {
        unsafeAddress { unsafe start + index }
    }

    /// Returns the index of a name that a reader has just read, or -1 if there is none.
    ///
    /// The search begins at `next` because members usually come in the description's order.
    func index(ofRead name: UnsafeBufferPointer<UInt8>, next: Int) -> Int {
        var index = next
        while index < count {
            if unsafe start[index].utf8.isEqual(toRead: name) { return index }
            index &+= 1
        }
        index = 0
        while index < next {
            if unsafe start[index].utf8.isEqual(toRead: name) { return index }
            index &+= 1
        }
        return -1
    }

    /// Returns the index of the member with a name.
    func index(of name: String) -> Int? {
        var name = name
        return name.withUTF8 { name in indices.first { unsafe self[$0].utf8.isEqual(to: name) } }
    }
}
