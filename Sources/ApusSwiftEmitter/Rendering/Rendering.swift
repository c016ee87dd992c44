/// A template being printed.
struct Rendering {
    private let template: Template
    private var item = ""
    /// What is printed, up to a long text.
    private var text = ""
    /// What is printed behind that.
    private var output: [UInt8] = []

    /// The length from which a text is not copied to `output`, where it would be checked to be UTF-8 again.
    private static let long = 512

    init(template: Template) {
        self.template = template
        // Most declarations have room in it.
        output.reserveCapacity(2_000)
    }

    /// - Parameter views: The views around, outermost first, each as the values of its fields. They are no part of what
    ///   is changed while printing, so that a value need not be copied to be printed.
    mutating func print(_ range: Range<Int>, _ views: inout [[TemplateValue]]) {
        var position = range.lowerBound
        while position < range.upperBound {
            let instruction = template.instructions[position]
            position += 1
            switch instruction {
            case .text(let range):
                template.literals.withUnsafeBufferPointer { output.append(contentsOf: $0[range]) }
            case .item: print(item)
            case .field(let reference): print(views[reference.depth][reference.index])
            case .section(let reference, let end):
                printSection(reference, position..<end, &views)
                position = end
            case .invertedSection(let reference, let end):
                if views[reference.depth][reference.index].isEmpty { print(position..<end, &views) }
                position = end
            }
        }
    }

    private mutating func printSection(
        _ reference: Template.Reference, _ range: Range<Int>, _ views: inout [[TemplateValue]]
    ) {
        switch views[reference.depth][reference.index] {
        case .flag(let isSet):
            if isSet { print(range, &views) }
        case .text(let text), .optional(.some(let text)):
            let outer = item
            item = text
            print(range, &views)
            item = outer
        case .optional(.none): break
        case .lines(let lines):
            let outer = item
            for line in lines {
                item = line
                print(range, &views)
            }
            item = outer
        case .views(let list):
            for view in list {
                views.append(view)
                print(range, &views)
                views.removeLast()
            }
        }
    }

    private mutating func print(_ value: borrowing TemplateValue) {
        switch value {
        case .text(let text), .optional(.some(let text)): print(text)
        default: break
        }
    }

    private mutating func print(_ piece: String) {
        if piece.utf8.count < Self.long {
            output.append(piece)
        } else {
            flush()
            text += piece
        }
    }

    private mutating func flush() {
        if output.isEmpty { return }
        text += output.text
        output.removeAll(keepingCapacity: true)
    }

    /// What was printed, without empty lines at the end.
    consuming func finish() -> String {
        while output.last == UInt8(ascii: "\n") { output.removeLast() }
        flush()
        guard text.utf8.last == UInt8(ascii: "\n") else { return text }
        return String(text[..<(text.utf8.lastIndex { $0 != UInt8(ascii: "\n") }.map(text.utf8.index(after:)) ?? text.startIndex)])
    }
}

extension TemplateValue {
    /// Whether the section over the value prints nothing.
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
