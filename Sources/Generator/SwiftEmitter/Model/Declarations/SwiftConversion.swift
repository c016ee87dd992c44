import ApusAPIModel

/// An initializer that creates the sent form of a type from the received form.
struct SwiftConversion {
    /// A required member of the sent form that the received form lacks.
    struct Added {
        /// The name of the member on the wire.
        let member: String
        /// The name of the parameter, without backticks.
        let name: String
        let type: SwiftType
    }

    /// The name of the received form.
    let received: String
    let added: [Added]

    /// Returns `nil` unless the type is a sent form.
    init?(_ declaration: TypeDeclaration, _ types: SwiftTypes) {
        guard let form = declaration.receivedForm else { return nil }
        received = types.typeName(form)
        added = (types.properties[declaration.id] ?? [])
            .filter { $0.member.isWriteOnly && $0.form == .required }
            .map { Added(member: $0.member.name, name: $0.name, type: $0.type) }
    }
}
