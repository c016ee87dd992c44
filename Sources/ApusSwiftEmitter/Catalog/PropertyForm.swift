import ApusAPIModel

/// How the four states of presence on the wire, a default and a constant become a stored property.
enum PropertyForm {
    /// A computed property.
    case constant
    /// Required: `T`, or `T?` for `null`.
    case required
    /// `T?`; what is not there is `nil`.
    case optional
    /// `Presence<T>`: in what is sent, absent is not `null`.
    case presence
    /// `T?` for absent and for `null`; the wire state tells them apart.
    case received
    /// Absent means the default.
    case defaulted

    init(_ property: Property, in declaration: TypeDeclaration, _ catalog: Catalog) {
        let isNullable = catalog.isNullable(property.type)
        if property.constant != nil {
            self = .constant
        } else if property.isRequired {
            self = .required
        } else if property.defaultValue != nil {
            self = .defaulted
        } else if !isNullable {
            self = .optional
        } else {
            // A type that no operation reaches may be sent by the user's own code.
            self = declaration.direction == .response ? .received : .presence
        }
    }
}
