/// A plain value that a template prints. All decisions are made in it, and all its strings are final.
///
/// One list names its fields, for rendering and for checking templates alike.
protocol TemplateView: Sendable {
    static var fields: [TemplateField<Self>] { get }
}

/// A name that a template can ask a view for.
struct TemplateField<View>: Sendable {
    let name: String
    let shape: TemplateShape
    let value: @Sendable (View) -> TemplateValue

    static func text(_ name: String, _ value: @escaping @Sendable (View) -> String) -> Self {
        Self(name: name, shape: .text) { .text(value($0)) }
    }

    /// Text that may be missing: a section, within which `.` is the text.
    static func optional(_ name: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
        Self(name: name, shape: .optional) { .optional(value($0)) }
    }

    static func flag(_ name: String, _ value: @escaping @Sendable (View) -> Bool) -> Self {
        Self(name: name, shape: .flag) { .flag(value($0)) }
    }

    /// A list of texts. The section is printed for each text, and `.` is the text.
    static func lines(_ name: String, _ value: @escaping @Sendable (View) -> [String]) -> Self {
        Self(name: name, shape: .lines) { .lines(value($0)) }
    }

    static func view<Child: TemplateView>(_ name: String, _ value: @escaping @Sendable (View) -> Child?) -> Self {
        Self(name: name, shape: .views(Child.shape)) { .views(value($0).map { [$0.values] } ?? []) }
    }

    static func views<Child: TemplateView>(_ name: String, _ value: @escaping @Sendable (View) -> [Child]) -> Self {
        Self(name: name, shape: .views(Child.shape)) { .views(value($0).map(\.values)) }
    }
}

/// The kind of a field's value.
enum TemplateShape: Sendable {
    case text, optional, flag, lines
    case views(ViewShape)
}

/// The fields that a template may ask a view for.
struct ViewShape: Sendable {
    /// The names and kinds, in the order of the values.
    let fields: @Sendable () -> [(name: String, shape: TemplateShape)]

    /// The position of a field among the values, and its kind.
    func field(_ name: String) -> (index: Int, shape: TemplateShape)? {
        let fields = fields()
        return fields.firstIndex { $0.name == name }.map { ($0, fields[$0].shape) }
    }
}

/// The value of a field, in the form that its shape says.
enum TemplateValue {
    case text(String)
    case optional(String?)
    case flag(Bool)
    case lines([String])
    /// The values of each view's fields, in the order of the fields.
    case views([[TemplateValue]])
}

extension TemplateView {
    /// The values of the fields, in their order.
    var values: [TemplateValue] { Self.fields.map { $0.value(self) } }

    /// The fields, looked up on first use because views may contain each other.
    static var shape: ViewShape {
        ViewShape { fields.map { ($0.name, $0.shape) } }
    }
}
