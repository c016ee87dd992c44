/// The members of a free-form JSON object, in their order; names are unique.
public struct JSONObject: Sendable {
    public struct Member: Hashable, Sendable {
        public let name: String
        public var value: JSONValue
    }

    private var storage: Storage

    public init() { storage = Storage() }

    /// If a name occurs twice, the last value wins, at the place of the first.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        self.init()
        for (name, value) in members { self[name] = value }
    }

    /// The value of a member. Setting nil removes it.
    public subscript(name: String) -> JSONValue? {
        get { storage.index(of: name).map { storage.members[$0].value } }
        set {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: storage) }
            storage.set(newValue, for: name)
        }
    }

    public var names: some Sequence<String> { storage.members.lazy.map(\.name) }

    /// Adds a member unless there is one of that name.
    mutating func insert(_ value: JSONValue, for name: String) -> Bool {
        guard storage.index(of: name) == nil else { return false }
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: storage) }
        storage.append(Member(name: name, value: value))
        return true
    }
}

extension JSONObject: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { storage.members.count }
    public subscript(position: Int) -> Member { storage.members[position] }
}

extension JSONObject: Hashable {
    /// The order of members does not matter.
    public static func == (left: Self, right: Self) -> Bool {
        left.storage === right.storage
            || left.count == right.count && left.allSatisfy { right[$0.name] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in self { sum &+= member.hashValue }
        hasher.combine(count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension JSONObject {
    /// Shared between copies; changed only while there is one.
    private final class Storage: @unchecked Sendable {
        /// Up to this many members, comparing names is faster than hashing one.
        private static let indexedCount = 12

        private(set) var members: [Member] = []
        /// Empty while there are few members.
        private var indices: [String: Int] = [:]

        init() {}

        init(copying other: Storage) {
            members = other.members
            indices = other.indices
        }

        func index(of name: String) -> Int? {
            members.count > Self.indexedCount ? indices[name] : members.firstIndex { $0.name == name }
        }

        func set(_ value: JSONValue?, for name: String) {
            switch (index(of: name), value) {
            case (let index?, let value?):
                members[index].value = value
            case (let index?, nil):
                members.remove(at: index)
                buildIndices()
            case (nil, let value?):
                append(Member(name: name, value: value))
            case (nil, nil):
                break
            }
        }

        /// The name must be new.
        func append(_ member: Member) {
            if members.isEmpty { members.reserveCapacity(4) }
            members.append(member)
            if members.count > Self.indexedCount + 1 {
                indices[member.name] = members.count - 1
            } else if members.count == Self.indexedCount + 1 {
                buildIndices()
            }
        }

        private func buildIndices() {
            indices.removeAll()
            guard members.count > Self.indexedCount else { return }
            for (index, member) in members.enumerated() { indices[member.name] = index }
        }
    }
}
