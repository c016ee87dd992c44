/// The state of printing a template.
struct Rendering {
    /// The values of the views around the current step, outermost first.
    private var views: [[TemplateValue]]
    /// The text of the innermost section over texts.
    private var item = ""
    private var output = ""

    init(views: [[TemplateValue]]) {
        self.views = views
        // Most declarations fit.
        output.reserveCapacity(2_000)
    }

    mutating func print(_ steps: [Template.Step]) {
        for step in steps {
            switch step {
            case .text(let text): output += text
            case .item: output += item
            case .field(let reference):
                switch value(of: reference) {
                case .text(let text), .optional(.some(let text)): output += text
                default: break
                }
            case .section(let reference, let inner): printSection(value(of: reference), inner)
            case .invertedSection(let reference, let inner):
                if value(of: reference)?.isEmpty ?? true { print(inner) }
            }
        }
    }

    /// The value of a field, or `nil` if a view on the way to it is missing.
    private func value(of reference: Template.Reference) -> TemplateValue? {
        var value = views[reference.depth][reference.index]
        for index in reference.path {
            guard case .views(let list) = value, let view = list.first else { return nil }
            value = view[index]
        }
        return value
    }

    private mutating func printSection(_ value: TemplateValue?, _ steps: [Template.Step]) {
        switch value {
        case .flag(true): print(steps)
        case .text(let text), .optional(.some(let text)): print(steps, forEach: [text])
        case .lines(let lines): print(steps, forEach: lines)
        case .views(let list):
            for view in list {
                views.append(view)
                print(steps)
                views.removeLast()
            }
        case .flag(false), .optional(.none), .none: break
        }
    }

    private mutating func print(_ steps: [Template.Step], forEach texts: [String]) {
        let outer = item
        for text in texts {
            item = text
            print(steps)
        }
        item = outer
    }

    /// The printed text, without empty lines at the end.
    consuming func finish() -> String {
        var text = output
        while text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
        return text
    }
}

extension TemplateValue {
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
