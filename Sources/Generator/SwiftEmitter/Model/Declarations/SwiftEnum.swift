import ApusAPIModel

/// A generated enum of raw values.
struct SwiftEnum {
    struct Case {
        let value: JSONLiteral
        /// The name, without backticks.
        let name: String
        let documentation: [String]
        /// The raw value as a literal.
        let rawValue: String
        /// Whether the compiler infers the raw value from the name.
        let isImplicit: Bool
    }

    let rawType: SwiftType
    let isOpen: Bool
    /// Whether the description allows other values.
    let isExtensible: Bool
    let cases: [Case]

    init(_ enumeration: EnumShape, cases: [Case]) {
        rawType = enumeration.rawType == .string ? .string : .named("Int")
        isOpen = enumeration.isOpen
        isExtensible = enumeration.isExtensible
        self.cases = cases
    }
}

extension SwiftEnum.Case {
    init(_ item: EnumShape.Case, _ rawType: EnumShape.RawType, name: String) {
        value = item.value
        self.name = name
        var comment = DocComment()
        comment.paragraph(item.documentation)
        documentation = comment.lines
        rawValue = rawType == .string ? SwiftText.literal(item.value.spelling) : item.value.json
        isImplicit = rawType == .string && name == item.value.spelling
    }

    /// A case for a text.
    init(_ text: String, name: String) {
        self.init(EnumShape.Case(value: .string(text)), .string, name: name)
    }

    /// The cases of a declared enum. Values that are equal in Swift, such as é in its two spellings, are one case.
    static func cases(of enumeration: EnumShape, names: [String]) -> [Self] {
        var rawValues: Set<String> = []
        rawValues.reserveCapacity(enumeration.cases.count)
        return zip(enumeration.cases, names).compactMap { item, name in
            rawValues.insert(item.value.spelling).inserted ? Self(item, enumeration.rawType, name: name) : nil
        }
    }
}
