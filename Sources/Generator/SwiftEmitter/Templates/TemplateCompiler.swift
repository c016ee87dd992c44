import ApusDiagnostics

/// Compiles each template for the types of its views, and reports names that no view has.
///
/// It looks up each name once, in the types of the views around it, innermost first.
struct TemplateCompiler {
    /// All templates by name, without the extension.
    let texts: [String: String]
    private(set) var diagnostics: [Diagnostic] = []
    /// The templates reached from those that Apus renders.
    private(set) var reached: Set<String> = []
    private var parts: [String: [TemplatePart]] = [:]
    /// The templates being compiled, outermost first. Including one of them again would never end.
    private var including: [String] = []

    init(texts: [String: String]) { self.texts = texts }

    /// A template, with the type of its view.
    mutating func compile(_ name: String, for view: ViewShape) -> Template {
        Template(steps(of: name, indentation: "", within: [.view(view)]))
    }

    private enum Scope {
        case view(ViewShape)
        /// Within a section over texts, where `.` is the text.
        case text
        /// Within a section of optional text, where the name is the text too.
        case optional(String)
        /// Within any other section, where names and `.` mean the same as outside of it.
        case condition
    }

    /// A section that is not closed yet.
    private struct OpenSection {
        var tag: TemplateTag
        var reference: Template.Reference?
        /// The steps before it.
        var outer: [Template.Step]
    }

    private mutating func steps(of template: String, indentation: String, within outer: [Scope]) -> [Template.Step] {
        reached.insert(template)
        let list = parts[template] ?? TemplatePart.parts(of: texts[template] ?? "")
        parts[template] = list
        including.append(template)
        defer { including.removeLast() }

        var scopes = outer
        var steps: [Template.Step] = []
        var open: [OpenSection] = []
        for part in list.indented(by: indentation) {
            guard case .tag(let tag) = part else {
                if case .text(let text) = part { steps.append(.text(text)) }
                continue
            }
            switch tag.kind {
            case .comment, .setting: break
            case .unsupported(let reason):
                report(.malformedTemplate, reason, template, tag)
            case .variable:
                if let step = variable(tag, in: template, scopes) { steps.append(step) }
            case .section, .invertedSection:
                let (reference, scope) = section(tag, in: template, scopes)
                scopes.append(tag.kind == .section ? scope : .condition)
                open.append(OpenSection(tag: tag, reference: reference, outer: steps))
                steps = []
            case .end:
                guard let section = open.popLast(), section.tag.name == tag.name else {
                    report(
                        .malformedTemplate, "`\(SwiftText.oneLine(tag.name))` closes a section that is not open",
                        template, tag)
                    return []
                }
                scopes.removeLast()
                let inner = steps
                steps = section.outer
                guard let reference = section.reference else { break }
                steps.append(
                    section.tag.kind == .section ? .section(reference, inner) : .invertedSection(reference, inner))
            case .partial:
                steps += include(tag, in: template, scopes)
            }
        }
        for section in open {
            report(.malformedTemplate, "the section `\(section.tag.name)` is not closed", template, section.tag)
        }
        return steps
    }

    private mutating func include(_ tag: TemplateTag, in template: String, _ scopes: [Scope]) -> [Template.Step] {
        if texts[tag.name] == nil {
            report(
                .unknownTemplateName, "there is no template `\(SwiftText.oneLine(tag.name)).mustache`", template, tag)
        } else if including.contains(tag.name) {
            report(.malformedTemplate, "`\(tag.name)` includes itself", template, tag)
        } else {
            return steps(of: tag.name, indentation: tag.indentation ?? "", within: scopes)
        }
        return []
    }

    private mutating func variable(_ tag: TemplateTag, in template: String, _ scopes: [Scope]) -> Template.Step? {
        if tag.name == "." { return item(tag, in: template, scopes) }
        guard let (reference, shape) = lookUp(tag, in: template, scopes) else { return nil }
        switch shape {
        case .text: return .field(reference)
        case .optional where isWithinOptional(tag.name, scopes): return .field(reference)
        default:
            report(
                .unknownTemplateName, "`\(tag.name)` is not a text", template, tag,
                help: "write a section, `{{#\(tag.name)}}…{{/\(tag.name)}}`")
            return nil
        }
    }

    /// Whether a place is within the section of an optional text, where the text can be printed by its name.
    private func isWithinOptional(_ name: String, _ scopes: [Scope]) -> Bool {
        scopes.contains { if case .optional(name) = $0 { true } else { false } }
    }

    /// Finds the field for a name. The first part is looked up in the surrounding views, each other part in the view
    /// that the part before it names.
    ///
    /// Reports an unknown name.
    private mutating func lookUp(
        _ tag: TemplateTag, in template: String, _ scopes: [Scope]
    ) -> (Template.Reference, TemplateShape)? {
        let parts = tag.name.split(separator: ".").map(String.init)
        for (position, scope) in scopes.enumerated().reversed() {
            guard case .view(let view) = scope, let first = parts.first, var field = view.field(first) else { continue }
            var reference = reference(to: field.index, ofViewAt: position, scopes)
            for part in parts.dropFirst() {
                guard case .views(let child) = field.shape, let next = child.field(part) else {
                    report(
                        .unknownTemplateName, "there is no name `\(SwiftText.oneLine(tag.name))` here", template, tag)
                    return nil
                }
                field = next
                reference.path.append(field.index)
            }
            return (reference, field.shape)
        }
        reportUnknown(tag, in: template, scopes)
        return nil
    }

    private mutating func item(_ tag: TemplateTag, in template: String, _ scopes: [Scope]) -> Template.Step? {
        for scope in scopes.reversed() {
            switch scope {
            case .text, .optional: return .item
            case .condition: continue
            case .view:
                report(.unknownTemplateName, "`.` is not a text here", template, tag)
                return nil
            }
        }
        return nil
    }

    /// Returns the value of a section, and the scope within it.
    private mutating func section(
        _ tag: TemplateTag, in template: String, _ scopes: [Scope]
    ) -> (Template.Reference?, Scope) {
        guard let (reference, shape) = lookUp(tag, in: template, scopes) else { return (nil, .condition) }
        switch shape {
        case .text:
            report(
                .unknownTemplateName, "`\(tag.name)` is a text that is always present, so it cannot be a section",
                template, tag)
            return (nil, .condition)
        case .flag: return (reference, .condition)
        case .optional: return (reference, .optional(tag.name))
        case .lines: return (reference, .text)
        case .views(let child): return (reference, .view(child))
        }
    }

    private func reference(to index: Int, ofViewAt position: Int, _ scopes: [Scope]) -> Template.Reference {
        let depth = scopes[..<position].count { if case .view = $0 { true } else { false } }
        return Template.Reference(depth: depth, index: index)
    }

    private mutating func reportUnknown(_ tag: TemplateTag, in template: String, _ scopes: [Scope]) {
        var known: [String] = []
        for scope in scopes.reversed() {
            if case .view(let view) = scope { known += view.fields().map(\.name) }
        }
        report(
            .unknownTemplateName, "there is no name `\(SwiftText.oneLine(tag.name))` here", template, tag,
            help: known.isEmpty ? nil : "the names here are \(known.map { "`\($0)`" }.joined(separator: ", "))")
    }

    private mutating func report(
        _ code: DiagnosticCode, _ message: String, _ template: String, _ tag: TemplateTag, help: String? = nil
    ) {
        let place = Place(
            file: template + ".mustache", line: tag.line, column: tag.column, offset: tag.offset, length: tag.length)
        let diagnostic = Diagnostic(code, .error, message, at: place, help: help)
        // A partial that is included twice is compiled twice, because its views may differ.
        if !diagnostics.contains(where: { $0.code == code && $0.place == place }) { diagnostics.append(diagnostic) }
    }
}
