/// The members of an object, in the order of its description.
struct Members: @unchecked Sendable, RandomAccessCollection {
    private let members: UnsafeMutableBufferPointer<Member>

    init(_ members: [Member]) {
        self.members = .allocate(capacity: members.count)
        _ = self.members.initialize(from: members)
    }

    /// A table is made once and stays; this is for tables made by tests.
    func deallocate() {
        for member in members { member.deallocate() }
        members.deallocate()
    }

    var startIndex: Int { 0 }
    var endIndex: Int { members.count }

    subscript(index: Int) -> Member {
        @inline(__always) unsafeAddress { UnsafePointer(members.baseAddress.unsafelyUnwrapped + index) }
    }

    /// The member with the name that a reader has just read. Members usually come in the order of the description, so
    /// `next` is tried first.
    @inline(__always)
    func index(ofRead name: UnsafeBufferPointer<UInt8>, next: Int) -> Int? {
        if next < members.count, self[next].utf8.isEqual(toRead: name) { return next }
        var index = 0
        while index < members.count {
            if self[index].utf8.isEqual(toRead: name) { return index }
            index &+= 1
        }
        return nil
    }

    /// The member with a name.
    func index(of name: String) -> Int? {
        var name = name
        return name.withUTF8 { name in indices.first { self[$0].utf8.isEqual(to: name) } }
    }
}
