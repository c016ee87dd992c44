import ApusAPIModel

/// What `enumeration.mustache` and `openEnumeration.mustache` print.
struct EnumerationView: TemplateView {
    struct Case: TemplateView {
        var documentation: [String]
        var name: String
        /// The name after a dot, where a keyword needs no backticks.
        var member: String
        /// The raw value as a literal.
        var rawValue: String
        /// Whether the raw value is what the compiler takes for it anyway.
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
    /// Whether a value is written as a string, too.
    var isExtensible: Bool
    var cases: [Case]
    /// The cases' names after a dot, as lines with commas.
    var allCases: [String]

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("rawType", \.rawType), .flag("isExtensible", \.isExtensible), .views("cases", \.cases),
        .lines("allCases", \.allCases),
    ]

    init(_ declaration: TypeDeclaration, _ enumeration: EnumShape, _ catalog: Catalog) {
        documentation = catalog.documentation(of: declaration)
        access = catalog.options.access.rawValue
        name = catalog.typeName(declaration.id)
        rawType = enumeration.rawType == .string ? "String" : "Int"
        isExtensible = enumeration.isExtensible
        cases = []
        // Values that Swift holds for equal, such as é in its two spellings, are one case.
        var rawValues: Set<String> = []
        rawValues.reserveCapacity(enumeration.cases.count)
        for (item, name) in zip(enumeration.cases, catalog.memberNames[declaration.id] ?? []) {
            guard rawValues.insert(item.value.spelling).inserted else { continue }
            var comment = DocComment()
            comment.paragraph(item.documentation)
            let rawValue = enumeration.rawType == .string ? stringLiteral(item.value.spelling) : item.value.compactText
            cases.append(
                Case(
                    documentation: comment.lines, name: escaped(name), member: name, rawValue: rawValue,
                    isImplicit: enumeration.rawType == .string && name == item.value.spelling))
        }
        allCases = filled(cases.map { "." + $0.member }, separator: ",")
    }
}
