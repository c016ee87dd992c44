/// What `object.mustache` prints: a struct with a table.
struct ObjectView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var properties: [PropertyView]
    var constants: [ComputedPropertyView]
    var hasWire: Bool
    /// The comment above the initialiser.
    var initializerDocumentation: [String]
    /// The initialiser's parameters, as lines with their commas.
    var parameters: [String]
    var assignments: [String]
    var table: TableView
    var effective: [EffectiveDefaultView]
    var conversion: ConversionView?

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .views("properties", \.properties), .views("constants", \.constants), .flag("hasWire", \.hasWire),
        .flag("hasMembers") { !$0.properties.isEmpty || !$0.constants.isEmpty },
        .lines("initializerDocumentation", \.initializerDocumentation),
        .flag("hasParameters") { !$0.parameters.isEmpty }, .lines("parameters", \.parameters),
        .optional("shortParameters") { onOneLine($0.parameters, width: 80) },
        .lines("assignments", \.assignments), .view("table") { $0.table }, .views("effective", \.effective),
        .view("conversion") { $0.conversion },
    ]
}

/// A property that takes part in the table.
struct PropertyView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var type: String
    /// The value that the property begins with, if the initialiser does not set it.
    var initialValue: String?
    /// What the property is computed from, if it is not stored itself.
    var storage: StorageView?

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("type", \.type), .flag("isStored") { $0.storage == nil }, .optional("initialValue") { $0.initialValue },
        .view("storage") { $0.storage },
    ]
}

/// The stored property behind a computed one: behind an indirect one, for property wrappers do not go with
/// `nonisolated` types; behind a deprecated one, for generated code uses what is stored and so does not warn of itself;
/// behind one that is its default while it is absent.
struct StorageView: TemplateView {
    var name: String
    var type: String
    /// The expression for what is stored, to assign to.
    var place: String
    /// The expression for the property's value.
    var value: String
    /// What is stored for the new value.
    var newValue: String
    var isDeprecated: Bool

    static let fields: [TemplateField<Self>] = [
        .text("storageName", \.name), .text("storageType", \.type), .text("place", \.place), .text("value", \.value),
        .text("newValue", \.newValue), .flag("isDeprecated", \.isDeprecated),
    ]
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
}

/// What the receiver takes for a member that may be absent.
struct EffectiveDefaultView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var type: String
    /// Statements.
    var body: [String]

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("type", \.type), .lines("body", \.body), .optional("shortBody") { $0.body.count == 1 ? $0.body[0] : nil },
    ]
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
}
