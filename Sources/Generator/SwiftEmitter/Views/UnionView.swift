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
        /// The label in the initializer's switch: `case 0` or `default`.
        var label: String
        /// ` as FilterLeaf` if a shorthand of the same name takes another type, or nothing.
        var cast = ""

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("storage", \.storage), .text("name", \.name),
            .text("member", \.member), .text("type", \.type), .text("number") { String($0.number) },
            .text("label", \.label), .text("cast", \.cast),
        ]
    }

    var documentation: [String]
    var access: String
    var name: String
    /// The variants of the description, and `unrecognized` if the union is open.
    var variants: [Variant]
    var isIdentifiable: Bool
    var literals: [LiteralView]
    var shorthands: [ShorthandView]
    var operators: [OperatorView]
    var commonMembers: [ComputedPropertyView]
    var table: TableView
    var conversion: ConversionView?

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .views("variants", \.variants), .views("literals", \.literals), .flag("isIdentifiable", \.isIdentifiable),
        .flag("hasLiterals") { !$0.literals.isEmpty },
        .views("shorthands", \.shorthands), .views("operators", \.operators),
        .views("commonMembers", \.commonMembers), .view("table") { $0.table },
        .view("conversion") { $0.conversion },
    ]

    init(_ declaration: SwiftDeclaration, _ union: SwiftUnion, access: String) {
        documentation = declaration.documentation
        self.access = access
        name = declaration.name
        conversion = declaration.conversion.map { ConversionView($0, access: access) }
        variants = union.variants.enumerated().map { index, variant in
            Variant(
                documentation: variant.documentation, storage: variant.isIndirect ? "indirect " : "",
                name: Identifier.escaped(variant.name), member: variant.name, type: variant.type.text, number: index,
                label: "case \(index)")
        }
        literals = union.literals.map {
            LiteralView(conformance: $0.conformance, parameter: $0.parameter, value: $0.value)
        }
        isIdentifiable = union.isIdentifiable
        let shortened = Set(union.shorthands.map(\.variant))
        for index in variants.indices where shortened.contains(variants[index].member) {
            variants[index].cast = " as \(variants[index].type)"
        }
        shorthands = union.shorthands.map { ShorthandView($0, access: access) }
        operators = union.operators.map { OperatorView($0.operator, $0.shorthand, access: access) }
        commonMembers = union.commonMembers.map { ComputedPropertyView($0, access: access) }
        let types = variants.map(\.type)
        let shape = union.shape
        if shape.isOpen {
            variants.append(
                Variant(
                    documentation: ["/// A value that matches no variant in the API description."],
                    storage: "", name: "unrecognized", member: "unrecognized", type: "JSONValue",
                    number: variants.count, label: "default"))
        }
        if !variants.isEmpty { variants[variants.count - 1].label = "default" }

        var arguments = Arguments()
        arguments.add("of: Self.self")
        let names = union.variants.map(\.name)
        arguments.add(SwiftText.multilineLiteral(SwiftText.filled(names.map(MemberListText.name), separator: "")))
        arguments.add(SwiftText.multilineLiteral(JSONText.wrapped(shape.discrimination.literal(names).json)))
        arguments.add(types: types)
        if shape.isOpen { arguments.add("isOpen: true") }
        if union.isExclusive { arguments.add("isExclusive: true") }
        if shape.isOpen, shape.keyword != "oneOf" { arguments.add("keyword: \(SwiftText.literal(shape.keyword))") }
        arguments.add(declaration.constraints)
        table = TableView(access: access, kind: "UnionTable", arguments: arguments.lines)
    }
}

/// A kind of literal that can express a value of a union.
struct LiteralView: TemplateView {
    /// The standard library's protocol.
    var conformance: String
    /// The parameter of its initializer.
    var parameter: String
    /// The value that the initializer makes.
    var value: String

    static let fields: [TemplateField<Self>] = [
        .text("conformance", \.conformance), .text("parameter", \.parameter), .text("value", \.value),
    ]
}
