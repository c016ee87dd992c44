/// A closed or open list of scalar values.
public struct EnumShape: Sendable {
    public enum RawType: String, Sendable { case string, integer }

    public struct Case: Sendable {
        public var value: JSONLiteral
        /// The title of a value without letters. It names the case instead of the value.
        public var nameHint: String?
        /// The name given by the description (`x-enum-varnames`, `x-apus-name`).
        public var explicitName: String?
        public var documentation: String?

        public init(
            value: JSONLiteral, nameHint: String? = nil, explicitName: String? = nil, documentation: String? = nil
        ) {
            self.value = value
            self.nameHint = nameHint
            self.explicitName = explicitName
            self.documentation = documentation
        }
    }

    public var rawType: RawType
    public var cases: [Case]
    /// Whether the description allows values that are not listed: `anyOf` the list and a string.
    public var isExtensible: Bool
    /// Whether unlisted values are kept, as in received and extensible values, or rejected, as in sent values.
    public var isOpen: Bool

    public init(rawType: RawType, cases: [Case], isExtensible: Bool = false, isOpen: Bool = false) {
        self.rawType = rawType
        self.cases = cases
        self.isExtensible = isExtensible
        self.isOpen = isOpen || isExtensible
    }
}
