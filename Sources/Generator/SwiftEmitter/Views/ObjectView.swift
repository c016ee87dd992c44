/// What `object.mustache` prints: a struct with a table.
struct ObjectView: TemplateView {
    var documentation: [String]
    var access: String
    var name: String
    var properties: [PropertyView]
    var constants: [ComputedPropertyView]
    var hasWire: Bool
    var isIdentifiable: Bool
    /// The comment on the initializer.
    var initializerDocumentation: [String]
    /// The initializer's parameters, as lines with their commas.
    var parameters: [String]
    var assignments: [String]
    var table: TableView
    var effective: [EffectiveDefaultView]
    var conversion: ConversionView?

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .views("properties", \.properties), .views("constants", \.constants), .flag("hasWire", \.hasWire),
        .flag("isIdentifiable", \.isIdentifiable),
        .flag("hasMembers") { !$0.properties.isEmpty || !$0.constants.isEmpty },
        .lines("initializerDocumentation", \.initializerDocumentation),
        .flag("hasParameters") { !$0.parameters.isEmpty }, .lines("parameters", \.parameters),
        .optional("shortParameters") { SwiftText.onOneLine($0.parameters, width: 80) },
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
    /// The initial value, if the initializer does not set one.
    var initialValue: String?
    /// The stored property, if this one is computed.
    var storage: StorageView?

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("type", \.type), .flag("isStored") { $0.storage == nil }, .optional("initialValue") { $0.initialValue },
        .view("storage") { $0.storage },
    ]
}

/// The stored property behind a computed one.
///
/// An indirect property needs one because property wrappers do not work in `nonisolated` types. A deprecated one needs
/// it so that generated code can use the value without a warning. A property that has its default while the member is
/// absent needs it to remember whether it was set.
struct StorageView: TemplateView {
    var name: String
    var type: String
    /// The stored property, as the target of an assignment.
    var place: String
    /// The expression for the property's value.
    var value: String
    /// The stored value for `newValue`.
    var newValue: String
    var isDeprecated: Bool

    static let fields: [TemplateField<Self>] = [
        .text("storageName", \.name), .text("storageType", \.type), .text("place", \.place), .text("value", \.value),
        .text("newValue", \.newValue), .flag("isDeprecated", \.isDeprecated),
    ]
}

/// A property with a constant value.
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

/// A computed property for a member that may be absent, or its default.
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
    /// The name of the static property.
    var property: String { kind == "UnionTable" ? "unionTable" : "table" }
    var arguments: [String]

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("kind", \.kind),
        .text("property", \.property), .lines("arguments", \.arguments),
    ]
}
