/// What `enumeration.mustache` and `openEnumeration.mustache` print.
struct EnumerationView: TemplateView {
    struct Case: TemplateView {
        var documentation: [String]
        var name: String
        /// The name after a dot, where a keyword needs no backticks.
        var member: String
        /// The raw value as a literal.
        var rawValue: String
        /// Whether the raw value can be left out.
        var isImplicit: Bool

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("name", \.name), .text("member", \.member),
            .text("rawValue", \.rawValue),
            .flag("isImplicit", \.isImplicit),
        ]
    }

    var documentation: [String]
    var access: String
    var name: String
    /// `String` or `Int`.
    var rawType: String
    /// Whether a string literal can express a value.
    var isExtensible: Bool
    var cases: [Case]
    /// The cases' names after a dot, as lines with commas.
    var allCases: [String]

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("rawType", \.rawType), .flag("isExtensible", \.isExtensible), .views("cases", \.cases),
        .lines("allCases", \.allCases),
    ]

    init(_ declaration: SwiftDeclaration, _ enumeration: SwiftEnum, access: String) {
        documentation = declaration.documentation
        self.access = access
        name = declaration.name
        rawType = enumeration.rawType.text
        isExtensible = enumeration.isExtensible
        cases = enumeration.cases.map { Case($0) }
        allCases = SwiftText.filled(cases.map { "." + $0.member }, separator: ",")
    }
}

extension EnumerationView.Case {
    init(_ item: SwiftEnum.Case) {
        self.init(
            documentation: item.documentation, name: Identifier.escaped(item.name), member: item.name,
            rawValue: item.rawValue,
            isImplicit: item.isImplicit)
    }
}
