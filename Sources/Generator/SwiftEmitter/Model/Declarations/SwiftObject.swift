import ApusAPIModel

/// A generated struct for an object.
struct SwiftObject {
    /// A rule between members, with its condition as an expression.
    struct Rule {
        let text: String
        /// The member that a violation is reported at.
        let member: String?
        let message: String?
        let condition: String
    }

    let shape: ObjectShape
    let properties: [SwiftProperty]
    /// The type of the values in `additionalProperties`. `nil` if the struct has no such property.
    let additionalType: SwiftType?
    /// The comment on `unrecognizedMembers`. `nil` if the struct has no such property.
    let unrecognizedDocumentation: String?
    let rules: [Rule]
    let effectiveDefaults: [SwiftEffectiveDefault]

    /// Whether the struct is `Identifiable`, because its member `id` is always present.
    var isIdentifiable: Bool { properties.contains { $0.name == "id" && $0.form == .required && !$0.isNullable } }

    /// Whether the struct remembers how it was received.
    var hasWire: Bool { properties.contains(where: \.needsWire) }
}

extension SwiftObject {
    init(_ declaration: TypeDeclaration, _ object: ObjectShape, _ types: SwiftTypes) {
        shape = object
        properties = types.properties[declaration.id] ?? []
        if case .kept(let value) = object.additionalProperties {
            additionalType = types.swiftType(value)
        } else {
            additionalType = nil
        }
        if !object.keepsUnrecognizedMembers {
            unrecognizedDocumentation = nil
        } else if object.additionalProperties == .forbidden {
            unrecognizedDocumentation =
                "Members that the API description does not allow, such as those of a newer server."
        } else {
            let direction = declaration.direction == .request ? "received" : "sent"
            unrecognizedDocumentation = "Members that only a \(direction) value should have, by name."
        }
        let conditions = RuleWriter(types, subject: "value")
        rules =
            types.options.parts.contains(.validation)
            ? object.rules.map {
                Rule(text: $0.text, member: $0.member, message: $0.message, condition: conditions.text($0.condition))
            } : []
        let writer = EffectiveDefaultWriter(types, properties)
        effectiveDefaults = properties.compactMap(writer.effectiveDefault)
    }

    /// The effect of omitting a member that has a default, by parameter name.
    var documentedDefaults: [(name: String, text: String)] {
        properties.compactMap { property in
            guard let literal = property.member.defaultValue, property.form != .required, property.form != .constant
            else {
                return nil
            }
            let standard = Markdown.code(forDefault: literal)
            return (
                property.name,
                property.form == .filledIn
                    ? "Sent as \(standard) by default."
                    : "The receiver uses \(standard) if it is absent."
            )
        }
    }
}

extension ObjectShape {
    /// Whether a dictionary keeps the members that the description does not allow.
    var keepsUnrecognizedMembers: Bool {
        switch additionalProperties {
        case .kept: false
        case .forbidden: true
        case .ignored: !membersOfOtherDirection.isEmpty
        }
    }
}
