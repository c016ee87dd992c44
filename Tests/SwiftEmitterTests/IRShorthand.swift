import ApusAPIModel
import ApusDiagnostics

// Shorthands for the intermediate representation in tests.

let here = Origin(place: Place(file: "openapi.yaml", line: 7, column: 3, offset: 100, length: 4), pointer: "/x")

extension TypeUse {
    static func of(_ type: Type, nullable: Bool = false, _ assertions: Constraints.Assertion...) -> TypeUse {
        TypeUse(type, isNullable: nullable, constraints: Constraints(assertions), origin: here)
    }

    static func named(_ name: String, nullable: Bool = false) -> TypeUse {
        of(.named(TypeID(name)), nullable: nullable)
    }

    static let string = of(.string(format: nil))
    static let integer = of(.integer(.unspecified))
    static let boolean = of(.boolean)

    static func array(_ element: TypeUse, nullable: Bool = false) -> TypeUse { of(.array(element), nullable: nullable) }
}

extension Constraints.Assertion {
    static func that(_ keyword: String, _ operand: JSONLiteral, message: String? = nil) -> Self {
        Self(keyword: keyword, operand: operand, message: message, origin: here)
    }
}

extension TypeDeclaration {
    static func object(
        _ name: String, _ documentation: String? = nil, direction: Direction = [.request, .response],
        additional: ObjectShape.AdditionalProperties = .ignored, constraints: Constraints = Constraints(),
        _ properties: [Property], rules: [Rule] = []
    ) -> Self {
        TypeDeclaration(
            id: TypeID(name), nameHints: name.split(separator: ".").map(String.init), documentation: documentation,
            direction: direction,
            shape: .object(ObjectShape(properties: properties, additionalProperties: additional, rules: rules)),
            constraints: constraints, origin: here)
    }

    static func enumeration(
        _ name: String, _ values: [JSONLiteral], raw: EnumShape.RawType = .string, isExtensible: Bool = false,
        isOpen: Bool = false, titles: [JSONLiteral: String] = [:]
    ) -> Self {
        TypeDeclaration(
            id: TypeID(name), nameHints: name.split(separator: ".").map(String.init),
            shape: .enumeration(
                EnumShape(
                    rawType: raw, cases: values.map { EnumShape.Case(value: $0, nameHint: titles[$0]) },
                    isExtensible: isExtensible, isOpen: isOpen)),
            origin: here)
    }

    static func union(
        _ name: String, _ variants: [UnionShape.Variant], by discrimination: Discrimination, isOpen: Bool = false
    ) -> Self {
        TypeDeclaration(
            id: TypeID(name), nameHints: [name],
            shape: .union(UnionShape(variants: variants, discrimination: discrimination, isOpen: isOpen)), origin: here)
    }

    static func alias(_ name: String, _ target: TypeUse) -> Self {
        TypeDeclaration(id: TypeID(name), nameHints: [name], shape: .alias(target), origin: here)
    }
}

extension Property {
    static func required(_ name: String, _ type: TypeUse, _ documentation: String? = nil, recursive: Bool = false)
        -> Self
    {
        Property(
            name: name, documentation: documentation, isRequired: true, type: type, isRecursive: recursive, origin: here
        )
    }

    static func optional(
        _ name: String, _ type: TypeUse, _ documentation: String? = nil, default value: JSONLiteral? = nil,
        from source: DefaultSource? = nil, deprecated: Bool = false, recursive: Bool = false
    ) -> Self {
        Property(
            name: name, documentation: documentation, isDeprecated: deprecated, isRequired: false, type: type,
            defaultValue: value, defaultSource: source, isRecursive: recursive, origin: here)
    }

    static func constant(_ name: String, _ value: JSONLiteral, required: Bool = true) -> Self {
        Property(name: name, isRequired: required, type: .string, constant: value, origin: here)
    }
}
