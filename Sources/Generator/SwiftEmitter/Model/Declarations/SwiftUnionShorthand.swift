import ApusAPIModel

/// A function that makes a variant from the only value that it wraps: `.filter(condition)` instead of
/// `.filter(FilterLeaf(filter: condition))`.
struct SwiftUnionShorthand {
    /// The name of the variant, without backticks.
    let variant: String
    let documentation: [String]
    /// The name of the wrapped value, without backticks.
    let value: String
    let type: SwiftType
    /// The type that wraps the value.
    let wrapper: SwiftType
}

extension SwiftUnionShorthand {
    /// Returns `nil` unless the variant is an object with one property.
    init?(_ variant: SwiftUnion.Variant, _ types: SwiftTypes) {
        guard case .named(let id) = types.resolved(variant.use.type), let declaration = types.declarations[id],
            !declaration.isExternal, case .object(let shape) = declaration.shape,
            let properties = types.properties[id]?.filter({ $0.constant == nil }), properties.count == 1,
            properties[0].form == .required, !properties[0].member.isDeprecated
        else { return nil }
        if case .kept = shape.additionalProperties { return nil }
        self.variant = variant.name
        var comment = DocComment()
        comment.paragraph(declaration.documentation)
        documentation = variant.documentation.isEmpty ? comment.lines : variant.documentation
        value = properties[0].name
        type = properties[0].type
        wrapper = variant.type
    }
}
