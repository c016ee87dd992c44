import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// A set of JSON types in one byte, because it is computed for every schema.
struct JSONKinds: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let null = JSONKinds(rawValue: 1)
    static let boolean = JSONKinds(rawValue: 2)
    static let integer = JSONKinds(rawValue: 4)
    static let number = JSONKinds(rawValue: 8)
    static let string = JSONKinds(rawValue: 16)
    static let array = JSONKinds(rawValue: 32)
    static let object = JSONKinds(rawValue: 64)

    static let all: JSONKinds = [.null, .boolean, .integer, .number, .string, .array, .object]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The set of one type.
    init(_ kind: Discrimination.JSONKind) {
        switch kind {
        case .null: self = .null
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .number: self = .number
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }

    var count: Int { rawValue.nonzeroBitCount }
    var names: [String] { Discrimination.JSONKind.allCases.filter { contains(JSONKinds($0)) }.map(\.rawValue) }
    var first: Discrimination.JSONKind? { Discrimination.JSONKind.allCases.first { contains(JSONKinds($0)) } }
}

extension Schema {
    /// The JSON types in `type`, or `nil` without `type`.
    var kinds: JSONKinds? {
        guard let type = self[.type] else { return nil }
        guard type.kind == .sequence else { return JSONKinds(naming: type) }
        return type.elements.reduce(into: JSONKinds()) { $0.formUnion(JSONKinds(naming: $1)) }
    }

    /// Whether `type` allows only `null`.
    var isOfNullOnly: Bool { kinds == .null }
}

extension JSONKinds {
    /// The type with a name. An unknown name was reported when the document was read.
    fileprivate init(naming node: Node) {
        self = Discrimination.JSONKind(rawValue: node.text).map { JSONKinds($0) } ?? []
    }
}
