import ApusAPIModel

/// What `union.mustache` prints.
struct UnionView: TemplateView {
    struct Variant: TemplateView {
        var documentation: [String]
        /// `indirect `, or nothing.
        var storage: String
        var name: String
        /// The name after a dot, where a keyword needs no backticks.
        var member: String
        var type: String
        var number: Int
        /// What follows `case` or `default` in the initialiser's switch: `case 0` or `default`.
        var label: String

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("storage", \.storage), .text("name", \.name),
            .text("member", \.member), .text("type", \.type), .text("number") { String($0.number) }, .text("label", \.label),
        ]
    }

    var documentation: [String]
    var access: String
    var name: String
    /// Those of the description, and `unrecognized` if the union is open.
    var variants: [Variant]
    var literals: [LiteralView]
    var table: TableView
    var conversion: ConversionView?

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .views("variants", \.variants), .views("literals", \.literals), .flag("hasLiterals") { !$0.literals.isEmpty },
        .view("table") { $0.table }, .view("conversion") { $0.conversion },
    ]

    init(_ declaration: TypeDeclaration, _ union: UnionShape, _ catalog: Catalog) {
        documentation = catalog.documentation(of: declaration)
        access = catalog.options.access.rawValue
        name = catalog.typeName(declaration.id)
        conversion = ConversionView(declaration, catalog)
        let names = catalog.memberNames[declaration.id] ?? []
        let indirect = catalog.storage.indirectMembers(of: declaration.id)
        variants = union.variants.enumerated().map { index, variant in
            var comment = DocComment()
            comment.paragraph(variant.documentation)
            return Variant(
                documentation: comment.lines,
                storage: indirect.contains(index) ? "indirect " : "",
                name: escaped(names[index]), member: names[index], type: catalog.swiftType(variant.type),
                number: index, label: "case \(index)")
        }
        literals = catalog.literals(of: declaration, variants: variants, union)
        let types = variants.map(\.type)
        if union.isOpen {
            variants.append(
                Variant(
                    documentation: ["/// A value that fits none of the kinds that the API description lists."],
                    storage: "", name: "unrecognized", member: "unrecognized", type: "JSONValue",
                    number: variants.count, label: "default"))
        }
        if !variants.isEmpty { variants[variants.count - 1].label = "default" }

        var arguments = Arguments()
        arguments.add("of: Self.self")
        arguments.add(multilineLiteral(wrappedJSON(union.discrimination.literal.compactText)))
        arguments.add(types: types)
        if union.isOpen { arguments.add("isOpen: true") }
        if union.isExclusive { arguments.add("isExclusive: true") }
        if union.isOpen, union.keyword != "oneOf" { arguments.add("keyword: \(stringLiteral(union.keyword))") }
        arguments.add(catalog.constraints(of: declaration))
        table = TableView(access: access, kind: "UnionTable", arguments: arguments.lines)
    }
}
