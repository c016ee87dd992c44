import ApusAPIModel

/// What `alias.mustache` prints: another name for a type.
struct AliasView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var type: String

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("type", \.type),
    ]
}

extension AliasView {
    /// An alias stands for a type without its `?`: that goes to where the alias is used.
    init(_ declaration: TypeDeclaration, _ target: TypeUse, _ catalog: Catalog) {
        documentation = catalog.documentation(of: declaration)
        access = catalog.options.access.rawValue
        name = catalog.typeName(declaration.id)
        type = declaration.externalType.map { escapedPath([$0.module, $0.name]) } ?? catalog.swiftType(target.type)
    }
}
