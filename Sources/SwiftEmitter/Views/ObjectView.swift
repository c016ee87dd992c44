/// What `object.mustache` prints: a struct with a table.
struct ObjectView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var properties: [PropertyView]
    var constants: [ComputedPropertyView]
    var hasWire: Bool
    /// The initialiser's parameters, as lines with their commas.
    var parameters: [String]
    var assignments: [String]
    var table: TableView
    var effective: [EffectiveDefaultView]

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .views("properties", \.properties), .views("constants", \.constants), .flag("hasWire", \.hasWire),
        .flag("hasMembers") { !$0.properties.isEmpty || !$0.constants.isEmpty },
        .flag("hasParameters") { !$0.parameters.isEmpty }, .lines("parameters", \.parameters),
        .optional("shortParameters") { onOneLine($0.parameters, width: 80) },
        .lines("assignments", \.assignments), .view("table") { $0.table }, .views("effective", \.effective),
    ]
    static let index = makeIndex()
}

/// A stored property.
struct PropertyView: TemplateView {
    var documentation: [String]
    var access: String
    /// `@Indirect `, or nothing.
    var wrapper: String
    /// The name, and that of its storage if it has another because the property is deprecated.
    var name: String
    var type: String
    var deprecation: DeprecationView?

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("wrapper", \.wrapper),
        .text("name", \.name), .text("type", \.type), .view("deprecation") { $0.deprecation },
        .flag("isStored") { $0.deprecation == nil },
    ]
    static let index = makeIndex()
}

/// That a property is deprecated: it is then computed, and the code of its type uses what is stored instead, for
/// generated code does not warn of itself.
struct DeprecationView: TemplateView {
    /// A string literal.
    var message: String
    /// The name of the stored property.
    var storage: String

    static let fields: [TemplateField<Self>] = [.text("message", \.message), .text("storage", \.storage)]
    static let index = makeIndex()
}

/// A property whose value is always the same.
struct ComputedPropertyView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var type: String
    var value: String

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("type", \.type), .text("value", \.value),
    ]
    static let index = makeIndex()
}

/// What a server takes for a member that is absent.
struct EffectiveDefaultView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var type: String
    /// Statements.
    var body: [String]

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("type", \.type), .lines("body", \.body),
    ]
    static let index = makeIndex()
}

/// The arguments of a table, as lines with their commas.
struct TableView: TemplateView {
    var access: String
    /// `ObjectTable`, `UnionTable` or `TupleTable`.
    var kind: String
    var arguments: [String]

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("kind", \.kind), .lines("arguments", \.arguments),
    ]
    static let index = makeIndex()
}
