import ApusAPIModel

/// A generated enum with a case for each of several types.
struct SwiftUnion {
    struct Variant {
        /// The name of the case, without backticks.
        let name: String
        let documentation: [String]
        /// The use of the type in the description.
        let use: TypeUse
        let type: SwiftType
        /// Whether the case is `indirect`.
        let isIndirect: Bool
    }

    /// A kind of literal that can express a value.
    struct Literal {
        /// The standard library's protocol.
        let conformance: String
        /// The parameter of its initializer.
        let parameter: String
        /// The value that the initializer makes.
        let value: String
    }

    let shape: UnionShape
    let variants: [Variant]
    let literals: [Literal]
    let shorthands: [SwiftUnionShorthand]
    /// The variants that combine or negate values, which have shorthands, by operator.
    let operators: [(operator: LogicalOperator, shorthand: SwiftUnionShorthand)]
    let commonMembers: [SwiftCommonMember]
    /// Whether validation refuses a value that matches several variants. Without constraints, more values would.
    let isExclusive: Bool

    /// Whether the enum is `Identifiable`, because all variants have a member `id`.
    var isIdentifiable: Bool {
        commonMembers.contains { $0.name == "id" && !$0.isOptional }
    }

    init(_ declaration: TypeDeclaration, _ union: UnionShape, _ types: SwiftTypes) {
        shape = union
        isExclusive = union.isExclusive && types.options.parts.contains(.validation)
        variants = types.variants[declaration.id] ?? []
        commonMembers = SwiftCommonMember.all(of: union, variants, types)
        // Users write only the values that they send.
        guard declaration.direction != .response else {
            (literals, shorthands, operators) = ([], [], [])
            return
        }
        literals = declaration.direction.contains(.request) ? UnionLiterals(variants, types).all : []
        let made = variants.map { SwiftUnionShorthand($0, types) }
        shorthands = made.compactMap { $0 }
        operators = LogicalOperator.allCases.compactMap { logical in
            union.operators[logical].flatMap { made[$0] }.map { (logical, $0) }
        }
    }
}

extension SwiftUnion.Variant {
    init(_ variant: UnionShape.Variant, name: String, isIndirect: Bool, _ types: SwiftTypes) {
        self.name = name
        self.isIndirect = isIndirect
        var comment = DocComment()
        comment.paragraph(variant.documentation)
        documentation = comment.lines
        use = variant.type
        type = types.swiftType(variant.type)
    }
}
