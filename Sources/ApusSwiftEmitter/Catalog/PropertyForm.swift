import ApusAPIModel

/// How the four states of presence on the wire, a default and a constant become a property.
enum PropertyForm {
    /// A computed property.
    case constant
    /// Required: `T`, or `T?` for `null`.
    case required
    /// `T?`; what is not there is `nil`.
    case optional
    /// `Presence<T>`: absent is not `null`.
    case presence
    /// `T?` for absent and for `null`; the wire state tells them apart.
    case received
    /// `T`, or `T?` for `null`, computed over an optional or a `Presence`: the default is sent unless another value is given.
    case filledIn

    init(_ property: Property, in declaration: TypeDeclaration, _ catalog: Catalog) {
        let isNullable = catalog.isNullable(property.type)
        if property.constant != nil {
            self = .constant
        } else if let standard = property.defaultValue,
            property.isRequired || catalog.tags.contains(Tag(type: declaration.id, member: property.name)),
            catalog.reads(standard, as: property.type)
        {
            self = .filledIn
        } else if property.isRequired {
            self = .required
        } else if !isNullable {
            self = .optional
        } else if property.defaultValue != nil {
            // An absent one is the default, which `null` is not.
            self = .presence
        } else {
            // A type that no operation reaches may be sent by the user's own code.
            self = declaration.direction == .response ? .received : .presence
        }
    }
}
