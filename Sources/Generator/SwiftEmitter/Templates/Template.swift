/// A template for one type of view: a tree of steps in which every name has been looked up.
struct Template {
    enum Step {
        case text(String)
        /// A text, or the text of an optional field within its section.
        case field(Reference)
        /// The text of the innermost section over texts.
        case item
        case section(Reference, [Step])
        case invertedSection(Reference, [Step])
    }

    /// A field of one of the views around a place in a template.
    struct Reference {
        /// The number of the view, 0 for the one that the whole template prints.
        var depth: Int
        var index: Int
        /// The fields of views within that field, for a name with dots.
        var path: [Int] = []
    }

    let steps: [Step]

    init(_ steps: [Step]) { self.steps = steps }

    /// The text for the values of a view, without empty lines at the end.
    ///
    /// The view has the type that the template was compiled for.
    func render(_ values: [TemplateValue]) -> String {
        var rendering = Rendering(views: [values])
        rendering.print(steps)
        return rendering.finish()
    }
}
