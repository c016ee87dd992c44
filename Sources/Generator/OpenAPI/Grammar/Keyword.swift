public import ApusYAMLSource

/// The keywords of JSON Schema 2020-12 and of OpenAPI's Schema Object, and further fields that are asked for often.
///
/// A keyword's raw value is its number in every document of a description. The table in `Keyword+Table.swift` has one
/// row for each.
public enum Keyword: UInt32, CaseIterable, Sendable {
    // Identification and references.
    case reference, dynamicReference, identifier, dialect, anchor, dynamicAnchor, vocabulary, definitions
    case oldDefinitions
    // Applicators.
    case allOf, anyOf, oneOf, not, `if`, then, `else`, dependentSchemas, prefixItems, items, contains
    case properties, patternProperties, additionalProperties, propertyNames, unevaluatedItems, unevaluatedProperties
    // Assertions.
    case type, `enum`, const, multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum, maxLength, minLength
    case pattern, maxItems, minItems, uniqueItems, maxContains, minContains, maxProperties, minProperties
    case required, dependentRequired, format
    // Contents.
    case contentEncoding, contentMediaType, contentSchema
    // Annotations.
    case comment, title, description, `default`, deprecated, readOnly, writeOnly, examples
    case nullable, discriminator, xml, externalDocumentation, example
    // Extensions.
    case rules, message, swiftName, requestName, defaultSource, operators
    // Fields of other objects.
    case schema, content, parameters, name, location

    /// The keyword as written in a document.
    public var spelling: String { Self.table[Int(rawValue)].spelling }

    private static let bySpelling = Dictionary(uniqueKeysWithValues: allCases.map { ($0.spelling, $0) })

    /// The keyword with a spelling, or `nil` if the table has none.
    public init?(spelling: some StringProtocol) {
        guard let keyword = Self.bySpelling[String(spelling)] else { return nil }
        self = keyword
    }

    /// The kind of the operand.
    public var operand: Operand { Self.table[Int(rawValue)].operand }

    /// Whether the keyword asserts nothing by itself. References are resolved, so that nothing depends on the names of
    /// schemas any more.
    public var isAnnotation: Bool { Self.table[Int(rawValue)].role == .annotation }

    public enum Operand: Sendable {
        case count, number, string, boolean
        case schema, schemaList, schemaMap
        /// Any other value.
        case other
    }
}

extension KnownKeys {
    /// The keys that have numbers in the documents of a description.
    public static let openAPI = KnownKeys(Keyword.allCases.map(\.spelling))
}

/// A set of keywords.
public struct KeywordSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    fileprivate let numbers: KeyNumbers

    private init(_ numbers: KeyNumbers) { self.numbers = numbers }

    public init(_ keywords: some Sequence<Keyword>) { self.init(KeyNumbers(keywords.map(\.rawValue))) }

    public init(arrayLiteral keywords: Keyword...) { self.init(keywords) }

    public func subtracting(_ other: KeywordSet) -> KeywordSet { KeywordSet(numbers.subtracting(other.numbers)) }

    /// The keywords as written in a document.
    public var spellings: [String] { Keyword.allCases.filter { numbers.contains($0.rawValue) }.map(\.spelling) }
}

extension Node {
    /// The value of a keyword, or `nil` if the node is not a mapping or lacks the keyword.
    public subscript(keyword: Keyword) -> Node? { self[known: keyword.rawValue] }

    /// Whether a mapping has at least one of several keywords.
    public func hasAny(of keywords: KeywordSet) -> Bool { hasAny(of: keywords.numbers) }

    /// The members of a mapping whose keywords are in a set, in document order.
    public func members(of keywords: KeywordSet) -> [(key: Keyword, value: Node)] {
        members(of: keywords.numbers).compactMap { number, value in Keyword(rawValue: number).map { ($0, value) } }
    }

    /// Whether any mapping of the node's document has a keyword. Takes constant time.
    public func documentMentions(_ keyword: Keyword) -> Bool { documentMentions(known: keyword.rawValue) }
}
