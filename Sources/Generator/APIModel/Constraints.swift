/// The assertions of JSON Schema about a value beyond its type, such as lengths, ranges, patterns, `if` and `not`.
public struct Constraints: Hashable, Sendable {
    /// One keyword with its operand.
    public struct Assertion: Hashable, Sendable {
        /// A keyword of JSON Schema 2020-12. Keywords of OpenAPI 3.0 are translated.
        public var keyword: String
        /// The operand. Subschemas are JSON Schema too; a `$ref` in one is a `reference`.
        public var operand: JSONLiteral
        /// The description's message for a violation (`x-apus-message`).
        public var message: String?
        public var origin: Origin

        public init(keyword: String, operand: JSONLiteral, message: String? = nil, origin: Origin) {
            self.keyword = keyword
            self.operand = operand
            self.message = message
            self.origin = origin
        }
    }

    public var assertions: [Assertion]

    public init(_ assertions: [Assertion] = []) { self.assertions = assertions }

    public var isEmpty: Bool { assertions.isEmpty }
}
