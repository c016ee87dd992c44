import Mustache

/// What kind of value a name stands for, as far as it matters to whether a template uses it rightly.
enum TemplateShape {
    case text, optional, flag, lines
    case view(any TemplateView.Type)
    case views(any TemplateView.Type)
}

/// A plain value that a template prints. All decisions are made in it, and all its strings are final.
///
/// One list names its fields, for rendering and for checking templates alike.
protocol TemplateView: MustacheParent, Sendable {
    static var fields: [TemplateField<Self>] { get }
    /// `fields` by name; a stored property in each view, for it is asked for at every tag.
    static var index: [String: TemplateField<Self>] { get }
}

struct TemplateField<View>: Sendable {
    let name: String
    let shape: @Sendable () -> TemplateShape
    let value: @Sendable (View) -> Any

    static func text(_ name: String, _ value: @escaping @Sendable (View) -> String) -> Self {
        Self(name: name, shape: { .text }, value: value)
    }

    /// Text that may be missing: a section, within which `.` is the text.
    static func optional(_ name: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
        Self(name: name, shape: { .optional }, value: { value($0) ?? (false as Any) })
    }

    static func flag(_ name: String, _ value: @escaping @Sendable (View) -> Bool) -> Self {
        Self(name: name, shape: { .flag }, value: value)
    }

    /// Texts, one after the other; `.` is each.
    static func lines(_ name: String, _ value: @escaping @Sendable (View) -> [String]) -> Self {
        Self(name: name, shape: { .lines }, value: value)
    }

    static func view<Child: TemplateView>(_ name: String, _ value: @escaping @Sendable (View) -> Child?) -> Self {
        Self(name: name, shape: { .view(Child.self) }, value: { value($0) ?? (false as Any) })
    }

    static func views<Child: TemplateView>(_ name: String, _ value: @escaping @Sendable (View) -> [Child]) -> Self {
        Self(name: name, shape: { .views(Child.self) }, value: value)
    }
}

extension TemplateView {
    static func makeIndex() -> [String: TemplateField<Self>] {
        Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0) })
    }

    /// The value of a field, for the template engine.
    ///
    /// Never `nil` for a name that the view has: for `nil`, the engine would go on to look in the views around.
    func child(named name: String) -> Any? { Self.index[name]?.value(self) }

    static func shape(of name: String) -> TemplateShape? { index[name]?.shape() }
}
