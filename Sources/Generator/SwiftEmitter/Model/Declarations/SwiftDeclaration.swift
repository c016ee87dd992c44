import ApusAPIModel

/// A type that the module declares, with its Swift declaration.
struct SwiftDeclaration {
    enum Shape {
        case object(SwiftObject)
        case enumeration(SwiftEnum)
        case union(SwiftUnion)
        case tuple(SwiftTuple)
        case alias(SwiftType)
    }

    /// The declared type of the API, or `nil` for a tuple nested in other types.
    let source: TypeDeclaration?
    let name: String
    let documentation: [String]
    let shape: Shape
    let constraints: ConstraintText
    let conversion: SwiftConversion?
    /// The part of the runtime that the declaration uses.
    let runtime: RuntimeUse
    /// Another module that the declaration needs.
    let module: String?
}

extension SwiftDeclaration {
    /// Returns `nil` for a user's type that needs no name in the module.
    init?(_ declaration: TypeDeclaration, _ types: SwiftTypes) {
        source = declaration
        name = types.typeName(declaration.id)
        documentation = Self.documentation(of: declaration, types)
        var constraints = ConstraintText.none
        var runtime = RuntimeUse(declaration)
        var module: String?
        switch declaration.shape {
        case .object(let object): shape = .object(SwiftObject(declaration, object, types))
        case .enumeration(let enumeration):
            shape = .enumeration(SwiftEnum(enumeration, cases: types.cases[declaration.id] ?? []))
        case .union(let union): shape = .union(SwiftUnion(declaration, union, types))
        case .alias(let target):
            // An alias names a type without `?`. Each use of the alias adds the `?`.
            if let external = types.options.externalTypes[declaration.id.name] {
                guard external.needsAlias(in: types.options) else { return nil }
                shape = .alias(.named(Identifier.path([external.module, external.name])))
                runtime = .none
                module = external.module
            } else if case .tuple(let elements) = target.type {
                shape = .tuple(SwiftTuple(elements, types))
            } else {
                shape = .alias(types.swiftType(target.type))
                runtime = RuntimeUse(target.type)
            }
        }
        switch shape {
        case .object, .union, .tuple: constraints = ConstraintWriter(types).constraints(of: declaration)
        case .enumeration, .alias: break
        }
        self.constraints = constraints
        self.runtime = runtime
        self.module = module
        conversion = SwiftConversion(declaration, types)
    }

    /// A tuple nested in other types.
    init(tuple elements: [TypeUse], name: String, _ types: SwiftTypes) {
        source = nil
        self.name = name
        documentation = []
        shape = .tuple(SwiftTuple(elements, types))
        constraints = .none
        conversion = nil
        runtime = max(.models, RuntimeUse(elements))
        module = nil
    }

    /// The messages of the rules and constraints of a type, or the rules themselves.
    private static func rules(of declaration: TypeDeclaration) -> [String] {
        let messages = declaration.constraints.assertions.compactMap(\.message)
        guard case .object(let object) = declaration.shape else { return messages }
        return messages + object.rules.map { $0.message ?? "`\(SwiftText.oneLine($0.text))`" }
    }

    private static func documentation(of declaration: TypeDeclaration, _ types: SwiftTypes) -> [String] {
        var comment = DocComment()
        let properties = types.properties[declaration.id] ?? []
        let mentions = MentionedNames(types.names, members: properties.map { ($0.member.name, $0.name) })
        comment.paragraph(mentions.text(declaration.documentation))
        let rules = rules(of: declaration)
        if !rules.isEmpty, types.options.parts.contains(.validation) {
            comment.paragraph("`validate()` checks:")
            comment.paragraph(rules.map { "- " + mentions.text($0) }.joined(separator: "\n"))
        }
        if let received = declaration.receivedForm {
            comment.paragraph("The type for sending. The type for receiving is `\(types.typeName(received))`.")
        } else if let sent = declaration.sentForm {
            comment.paragraph("The type for receiving. The type for sending is `\(types.typeName(sent))`.")
        }
        comment.seeAlso(declaration.externalDocumentation)
        // An attribute would make every generated use of the type warn.
        if declaration.isDeprecated { comment.paragraph("- Warning: Deprecated.") }
        return comment.lines
    }
}
