import APIModel
import OpenAPI
import YAMLSource

/// A set of JSON types, in one byte: every schema is asked for its own.
struct JSONKinds: Hashable, Sendable {
    typealias Element = Discrimination.JSONKind

    private var bits: UInt8 = 0

    static let all = JSONKinds(Element.allCases)

    init() {}

    var count: Int { bits.nonzeroBitCount }
    var first: Element? { Element.allCases.first(where: contains) }

    private static func bit(_ kind: Element) -> UInt8 {
        switch kind {
        case .null: 1
        case .boolean: 2
        case .integer: 4
        case .number: 8
        case .string: 16
        case .array: 32
        case .object: 64
        }
    }
}

extension JSONKinds: SetAlgebra {
    func contains(_ kind: Element) -> Bool { bits & Self.bit(kind) != 0 }

    func union(_ other: JSONKinds) -> JSONKinds {
        var result = self
        result.formUnion(other)
        return result
    }

    func intersection(_ other: JSONKinds) -> JSONKinds {
        var result = self
        result.formIntersection(other)
        return result
    }

    func symmetricDifference(_ other: JSONKinds) -> JSONKinds {
        var result = self
        result.formSymmetricDifference(other)
        return result
    }

    mutating func formUnion(_ other: JSONKinds) { bits |= other.bits }
    mutating func formIntersection(_ other: JSONKinds) { bits &= other.bits }
    mutating func formSymmetricDifference(_ other: JSONKinds) { bits ^= other.bits }

    @discardableResult
    mutating func insert(_ kind: Element) -> (inserted: Bool, memberAfterInsert: Element) {
        let isNew = !contains(kind)
        bits |= Self.bit(kind)
        return (isNew, kind)
    }

    @discardableResult
    mutating func remove(_ kind: Element) -> Element? {
        guard contains(kind) else { return nil }
        bits &= ~Self.bit(kind)
        return kind
    }

    @discardableResult
    mutating func update(with kind: Element) -> Element? { insert(kind).inserted ? nil : kind }
}

extension Schema {
    /// The JSON types that `type` names; nil if there is no `type`.
    var kinds: JSONKinds? {
        guard let type = self[.type] else { return nil }
        guard type.kind == .sequence else { return JSONKinds(naming: type) }
        return type.elements.reduce(into: JSONKinds()) { $0.formUnion(JSONKinds(naming: $1)) }
    }

    /// Whether `type` names nothing but `null`.
    var isOfNullOnly: Bool { kinds == [.null] }
}

extension JSONKinds {
    /// The type of a name; reading has reported a name that there is not.
    fileprivate init(naming node: Node) {
        switch node.text {
        case "string": self = [.string]
        case "object": self = [.object]
        case "array": self = [.array]
        case "boolean": self = [.boolean]
        case "integer": self = [.integer]
        case "number": self = [.number]
        case "null": self = [.null]
        default: self = []
        }
    }
}
