/// A template for one type of view: what to print, with every name looked up already.
struct Template {
    /// What the compiler makes of a template: a tree.
    enum Step {
        case text(String)
        /// A text, or the text of an optional field within its section.
        case field(Reference)
        /// The text of the innermost section over texts.
        case item
        case section(Reference, [Step])
        case invertedSection(Reference, [Step])
    }

    /// A field of one of the views that a place in a template is within.
    struct Reference {
        /// 0 for the view that the whole template prints.
        var depth: Int
        var index: Int
    }

    /// A step in a list of all, which refers to nothing on the heap: to go through it counts no references.
    enum Instruction {
        /// A piece of `literals`.
        case text(Range<Int>)
        case field(Reference)
        case item
        /// The section's own steps follow, up to the end.
        case section(Reference, end: Int)
        case invertedSection(Reference, end: Int)
    }

    private(set) var instructions: [Instruction] = []
    /// The texts between the tags, one after the other.
    private(set) var literals: [UInt8] = []

    init(_ steps: [Step]) { append(steps) }

    private mutating func append(_ steps: [Step]) {
        for step in steps {
            switch step {
            case .text(let text):
                let start = literals.count
                literals.append(text)
                instructions.append(.text(start..<literals.count))
            case .field(let reference): instructions.append(.field(reference))
            case .item: instructions.append(.item)
            case .section(let reference, let inner):
                let position = instructions.count
                instructions.append(.item)
                append(inner)
                instructions[position] = .section(reference, end: instructions.count)
            case .invertedSection(let reference, let inner):
                let position = instructions.count
                instructions.append(.item)
                append(inner)
                instructions[position] = .invertedSection(reference, end: instructions.count)
            }
        }
    }

    /// The text for the values of a view of the type that the template was compiled for, without empty lines at the end.
    func render(_ values: [TemplateValue]) -> String {
        var rendering = Rendering(template: self)
        var views = [values]
        rendering.print(instructions.indices, &views)
        return rendering.finish()
    }
}
