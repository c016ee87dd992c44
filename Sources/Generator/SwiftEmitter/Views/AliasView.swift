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
    init(_ declaration: SwiftDeclaration, of target: SwiftType, access: String) {
        self.init(documentation: declaration.documentation, access: access, name: declaration.name, type: target.text)
    }
}
