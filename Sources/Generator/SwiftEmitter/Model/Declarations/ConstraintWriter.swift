import ApusAPIModel
import ApusFormat

/// Writes the JSON Schemas of tables. They are empty if validation is not generated.
struct ConstraintWriter {
    private let types: SwiftTypes

    init(_ types: SwiftTypes) { self.types = types }

    private var isEnabled: Bool { types.options.parts.contains(.validation) }

    /// The constraints of a declared type beyond the types of its members.
    func constraints(of declaration: TypeDeclaration) -> ConstraintText {
        guard isEnabled else { return .none }
        var schema = SchemaBuilder(types: types)
        schema.add(declaration.constraints)
        switch declaration.shape {
        case .object(let object):
            var properties: [JSONLiteral.Member] = []
            var additional: [JSONLiteral.Member] = []
            if case .kept(let value) = object.additionalProperties { additional = schema.nested(value) }
            // A rule for additional members needs the names of all others.
            let namesAll = !additional.isEmpty || schema.members.contains { $0.name == "additionalProperties" }
            for property in object.properties {
                let nested = schema.nested(property.type) + schema.secrecy(property)
                if namesAll || !nested.isEmpty { properties.append(.init(property.name, .object(nested))) }
            }
            if !properties.isEmpty { schema.members.append(.init("properties", .object(properties))) }
            if !additional.isEmpty { schema.members.append(.init("additionalProperties", .object(additional))) }
            // A member with a default can be missing when it is decoded, so the schema requires it.
            let required = (types.properties[declaration.id] ?? []).filter {
                $0.form == .filledIn && $0.member.isRequired
            }
            if !required.isEmpty {
                schema.members.append(.init("required", .array(required.map { .string($0.member.name) })))
            }
        case .alias(let target): schema.addShape(of: target)
        case .union:
            var variants: [JSONLiteral.Member] = []
            for variant in types.variants[declaration.id] ?? [] {
                let nested = schema.nested(variant.use)
                if !nested.isEmpty { variants.append(.init(variant.name, .object(nested))) }
            }
            if !variants.isEmpty { schema.members.append(.init(SchemaKey.variants, .object(variants))) }
        case .enumeration: break
        }
        return schema.finish()
    }

    /// The constraints where a type is used, such as for a parameter.
    func constraints(of use: TypeUse) -> ConstraintText {
        guard isEnabled else { return .none }
        var schema = SchemaBuilder(types: types)
        schema.members = schema.nested(use)
        return schema.finish()
    }

    /// The constraints of a body that is a text.
    ///
    /// They have a `type` if the text can be a value other than a string, such as a number.
    func constraints(ofText use: TypeUse) -> ConstraintText {
        guard isEnabled else { return .none }
        var schema = SchemaBuilder(types: types)
        schema.addText(use)
        return schema.finish()
    }

    /// The assertion that a value is a constant.
    func constraints(toConstant value: JSONLiteral) -> ConstraintText {
        guard isEnabled else { return .none }
        return ConstraintText(
            lines: JSONText.wrapped(JSONLiteral.object([.init("const", value)]).json), references: [])
    }
}
