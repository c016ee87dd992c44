/// A template for one type of view: what to print, with every name looked up already.
struct Template {
    indirect enum Step {
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

    var steps: [Step]

    /// The text for the values of a view of the type that the template was compiled for.
    func render(_ values: [TemplateValue]) -> String {
        var rendering = Rendering(views: [values])
        rendering.print(steps)
        return String(decoding: rendering.output, as: UTF8.self)
    }
}

private struct Rendering {
    /// The views around, outermost first, each as the values of its fields.
    var views: [[TemplateValue]]
    var item = ""
    /// In bytes, since a `String` looks at its ends and its flags again for each of many short texts.
    var output: [UInt8] = []

    init(views: [[TemplateValue]]) {
        self.views = views
        // Most declarations have room in it.
        output.reserveCapacity(2_000)
    }

    mutating func print(_ steps: [Template.Step]) {
        // Not a `for` loop, whose iterator copies each step.
        var index = 0
        while index < steps.count {
            print(steps[index])
            index += 1
        }
    }

    private mutating func print(_ step: Template.Step) {
        switch step {
        case .text(let text): output.append(text)
        case .item: output.append(item)
        case .field(let reference): views[reference.depth][reference.index].print(to: &output)
        case .section(let reference, let steps): printSection(views[reference.depth][reference.index], steps)
        case .invertedSection(let reference, let steps):
            if views[reference.depth][reference.index].isEmpty { print(steps) }
        }
    }

    private mutating func printSection(_ value: TemplateValue, _ steps: [Template.Step]) {
        let outer = item
        switch value {
        case .flag(let isSet):
            if isSet { print(steps) }
        case .text(let text), .optional(.some(let text)):
            item = text
            print(steps)
        case .optional(.none): break
        case .lines(let lines):
            for line in lines {
                item = line
                print(steps)
            }
        case .views(let list):
            for view in list {
                views.append(view)
                print(steps)
                views.removeLast()
            }
        }
        item = outer
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }
}

extension TemplateValue {
    fileprivate func print(to output: inout [UInt8]) {
        switch self {
        case .text(let text), .optional(.some(let text)): output.append(text)
        default: break
        }
    }

    /// Whether a section over the value prints nothing.
    fileprivate var isEmpty: Bool {
        switch self {
        case .text: false
        case .optional(let text): text == nil
        case .flag(let isSet): !isSet
        case .lines(let lines): lines.isEmpty
        case .views(let views): views.isEmpty
        }
    }
}
