import ApusAPIModel

/// The initializer that makes what is sent of what was received.
struct SwiftConversion {
    /// A member that must be sent and that a received value does not have.
    struct Added {
        /// The name of the member on the wire.
        let member: String
        /// The name of the parameter, without backticks.
        let name: String
        let type: SwiftType
    }

    /// The name of the type of what was received.
    let received: String
    let added: [Added]

    /// `nil` for a type that is not made for what is sent.
    init?(_ declaration: TypeDeclaration, _ types: SwiftTypes) {
        guard let form = declaration.receivedForm else { return nil }
        received = types.typeName(form)
        added = (types.properties[declaration.id] ?? [])
            .filter { $0.member.isWriteOnly && $0.form == .required }
            .map { Added(member: $0.member.name, name: $0.name, type: $0.type) }
    }
}
