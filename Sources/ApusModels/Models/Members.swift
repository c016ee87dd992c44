/// The members of an object, in the order of its description.
@safe  // What it points to is never freed; indices are checked by those who make them.
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

    /// The index of the member with the name that a reader has just read; -1 if there is none. Members usually come in
    /// the order of the description, so those from `next` on are tried first.
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

    /// The member with a name.
    func index(of name: String) -> Int? {
        var name = name
        return name.withUTF8 { name in indices.first { unsafe self[$0].utf8.isEqual(to: name) } }
    }
}
