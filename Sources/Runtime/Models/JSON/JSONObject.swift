/// The members of a free-form JSON object, in order and with unique names.
///
/// ```swift
/// var object: JSONObject = ["name": "nightly", "runs": 3]
/// object["name"] = nil
/// ```
public struct JSONObject: Sendable {
    public struct Member: Hashable, Sendable {
        public let name: String
        public var value: JSONValue
    }

    private var storage: Storage

    public init() { storage = Storage() }

    /// Creates an object from members. If a name occurs twice, the last value replaces the first.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        self.init()
        for (name, value) in members { self[name] = value }
    }

    /// The value of a member, or `nil` if there is none. Setting `nil` removes the member.
    public subscript(name: String) -> JSONValue? {
        get { storage.index(of: name).map { storage.members[$0].value } }
        set {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: storage) }
            storage.set(newValue, for: name)
        }
    }

    public var names: some Sequence<String> { storage.members.lazy.map(\.name) }

    /// Returns whether a value satisfies a predicate. It copies no names, as iterating over the members does.
    func containsValue(where predicate: (JSONValue) -> Bool) -> Bool {
        unsafe storage.members.withUnsafeBufferPointer { members in
            members.indices.contains { unsafe predicate(members[$0].value) }
        }
    }

    /// - Precondition: The names of the members are unique.
    init(unique members: [Member]) { storage = Storage(members) }
}

extension JSONObject: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { storage.members.count }
    public subscript(position: Int) -> Member { storage.members[position] }
}

extension JSONObject: Hashable {
    /// Compares the members of two objects in any order.
    public static func == (left: Self, right: Self) -> Bool { JSONValue.object(left) == .object(right) }

    static func areEqual(
        _ left: Self, _ right: Self, levels: Int, _ deep: inout [(JSONValue, JSONValue)]
    ) -> Bool {
        guard left.storage !== right.storage else { return true }
        guard left.count == right.count else { return false }
        let left = left.storage.members
        let right = right.storage.members
        // In most cases both objects have the same order.
        let first = left.indices.first { !isSameText(left[$0].name, right[$0].name) } ?? left.count
        for index in 0..<first {
            guard JSONValue.areEqual(left[index].value, right[index].value, levels: levels, &deep) else { return false }
        }
        if first == left.count { return true }
        let rest = Dictionary(right[first...].map { (ExactText($0.name), $0.value) }) { $1 }
        return left[first...].allSatisfy { member in
            guard let value = rest[ExactText(member.name)] else { return false }
            return JSONValue.areEqual(member.value, value, levels: levels, &deep)
        }
    }

    public func hash(into hasher: inout Hasher) { hash(into: &hasher, levels: JSONValue.stackLevels) }

    func hash(into hasher: inout Hasher, levels: Int) {
        var sum = 0
        if levels > 0 {
            for member in self {
                var own = Hasher()
                own.combine(member.name)
                member.value.hash(into: &own, levels: levels - 1)
                sum &+= own.finalize()
            }
        }
        hasher.combine(count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension JSONObject {
    /// Storage shared between copies and changed only while uniquely referenced.
    private final class Storage: @unchecked Sendable {
        /// The largest number of members for which comparing names is faster than hashing.
        private static let indexedCount = 12

        private(set) var members: [Member]
        /// The index of each name, built when an object with many members is changed.
        private var indices: [ExactText: Int] = [:]

        init(_ members: [Member] = []) { self.members = members }

        init(copying other: Storage) {
            members = other.members
            indices = other.indices
        }

        func index(of name: String) -> Int? {
            indices.isEmpty ? members.firstIndex { isSameText($0.name, name) } : indices[ExactText(name)]
        }

        func set(_ value: JSONValue?, for name: String) {
            if indices.isEmpty, members.count > Self.indexedCount { buildIndices() }
            switch (index(of: name), value) {
            case (let index?, let value?):
                members[index].value = value
            case (let index?, nil):
                members.remove(at: index)
                indices.removeAll()
            case (nil, let value?):
                if !indices.isEmpty { indices[ExactText(name)] = members.count }
                members.append(Member(name: name, value: value))
            case (nil, nil):
                break
            }
        }

        private func buildIndices() {
            for (index, member) in members.enumerated() { indices[ExactText(member.name)] = index }
        }
    }
}
