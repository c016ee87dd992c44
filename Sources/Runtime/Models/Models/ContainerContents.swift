import Dispatch

/// The contents of containers outside of tables, such as an array that is a variant of a union.
final class ContainerContents: @unchecked Sendable {
    static let shared = ContainerContents()

    private let lock = DispatchSemaphore(value: 1)
    private var contents: [ObjectIdentifier: ContainerContent] = [:]

    func content(of type: any JSONContainer.Type) -> ContainerContent {
        lock.wait()
        let known = contents[ObjectIdentifier(type)]
        lock.signal()
        if let known { return known }
        let content = ContainerContent(of: type)
        lock.wait()
        defer { lock.signal() }
        // Another thread may have added the content in the meantime.
        if let known = contents[ObjectIdentifier(type)] { return known }
        contents[ObjectIdentifier(type)] = content
        return content
    }
}

/// The contents that a reader or writer has used, found without a lock and without looking up the container's type.
@safe  // It owns the memory, and a slot is below the count.
struct ContentCache: ~Copyable {
    private struct Entry {
        /// The address of the content type, or 0 if the entry is empty.
        let key: UInt
        let content: ContainerContent?
    }

    private static let count = 16
    private var entries: UnsafeMutablePointer<Entry>?

    deinit { unsafe entries?.deallocate() }

    mutating func content<Element: JSONCodable>(ofArrayOf type: Element.Type) -> ContainerContent {
        let key = UInt(bitPattern: ObjectIdentifier(type))
        return known(key) ?? add(ContainerContents.shared.content(of: [Element].self), key)
    }

    mutating func content<Value: JSONCodable>(ofDictionaryOf type: Value.Type) -> ContainerContent {
        // The addresses of types are even, so that the lowest bit distinguishes dictionaries from arrays.
        let key = UInt(bitPattern: ObjectIdentifier(type)) | 1
        return known(key) ?? add(ContainerContents.shared.content(of: [String: Value].self), key)
    }

    private func slot(_ key: UInt) -> Int {
        Int(truncatingIfNeeded: key ^ key &>> 4 ^ key &>> 8) & (Self.count &- 1)
    }

    private func known(_ key: UInt) -> ContainerContent? {
        guard let entries = unsafe entries, unsafe entries[slot(key)].key == key else { return nil }
        return unsafe entries[slot(key)].content
    }

    private mutating func add(_ content: ContainerContent, _ key: UInt) -> ContainerContent {
        if unsafe entries == nil {
            let memory = UnsafeMutablePointer<Entry>.allocate(capacity: Self.count)
            unsafe memory.initialize(repeating: Entry(key: 0, content: nil), count: Self.count)
            unsafe entries = unsafe memory
        }
        unsafe entries![slot(key)] = Entry(key: key, content: content)
        return content
    }
}
