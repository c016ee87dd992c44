import Diagnostics

/// Checks that a set of templates asks only for what it will be given.
///
/// The template engine prints nothing for a name that it does not know, so each name is looked up here, once,
/// in the views that it can be looked up in when the template is rendered.
struct TemplateCheck {
    /// All templates by name, without the extension.
    let templates: [String: String]
    private(set) var diagnostics: [Diagnostic] = []
    /// The templates reached from those that Apus renders.
    private(set) var reached: Set<String> = []
    private var tags: [String: [TemplateTag]] = [:]
    /// The templates being walked, outermost first: a partial of one of them would never end.
    private var including: [String] = []

    init(templates: [String: String]) { self.templates = templates }

    /// Checks a template that is rendered with a view of the given type.
    mutating func check(_ name: String, with view: any TemplateView.Type) {
        walk(name, scopes: [.view(view)])
    }

    private enum Scope {
        case view(any TemplateView.Type)
        /// Within a section over texts, where `.` is the text.
        case text
        /// Within a section of optional text, where the name is the text too.
        case optional(String)
    }

    private mutating func walk(_ template: String, scopes outer: [Scope]) {
        let isFirstVisit = reached.insert(template).inserted
        let list = tags[template] ?? templateTags(templates[template] ?? "")
        tags[template] = list
        if isFirstVisit { checkContentType(template, list) }
        including.append(template)
        defer { including.removeLast() }

        var scopes = outer
        var sections: [TemplateTag] = []
        for tag in list {
            switch tag.kind {
            case .comment, .setting: break
            case .unsupported(let reason):
                report(.malformedTemplate, reason, template, tag)
            case .variable:
                checkVariable(tag, in: template, scopes)
            case .section:
                sections.append(tag)
                scopes.append(scope(ofSection: tag, in: template, scopes))
            case .invertedSection:
                sections.append(tag)
                _ = scope(ofSection: tag, in: template, scopes)
                scopes.append(scopes.last!)
            case .end:
                guard sections.last?.name == tag.name else {
                    report(.malformedTemplate, "`\(printable(tag.name))` closes a section that is not open", template, tag)
                    return
                }
                sections.removeLast()
                scopes.removeLast()
            case .partial:
                include(tag, in: template, scopes)
            }
        }
        for section in sections {
            report(.malformedTemplate, "the section `\(section.name)` is not closed", template, section)
        }
    }

    private mutating func include(_ tag: TemplateTag, in template: String, _ scopes: [Scope]) {
        if templates[tag.name] == nil {
            report(.unknownTemplateName, "there is no template `\(printable(tag.name)).mustache`", template, tag)
        } else if including.contains(tag.name) {
            report(.malformedTemplate, "`\(tag.name)` includes itself", template, tag)
        } else {
            walk(tag.name, scopes: scopes)
        }
    }

    private mutating func checkVariable(_ tag: TemplateTag, in template: String, _ scopes: [Scope]) {
        if tag.name == "." {
            switch scopes.last! {
            case .text, .optional: return
            case .view: report(.unknownTemplateName, "`.` is not a text here", template, tag)
            }
            return
        }
        for scope in scopes.reversed() {
            if case .optional(tag.name) = scope { return }
            guard case .view(let view) = scope, let shape = view.shape(of: tag.name) else { continue }
            if case .text = shape { return }
            report(
                .unknownTemplateName, "`\(tag.name)` is not a text", template, tag,
                help: "write a section, `{{#\(tag.name)}}…{{/\(tag.name)}}`")
            return
        }
        reportUnknown(tag, in: template, scopes)
    }

    private mutating func scope(ofSection tag: TemplateTag, in template: String, _ scopes: [Scope]) -> Scope {
        for scope in scopes.reversed() {
            guard case .view(let view) = scope, let shape = view.shape(of: tag.name) else { continue }
            switch shape {
            case .text:
                report(.unknownTemplateName, "`\(tag.name)` is a text that is always there", template, tag)
                return scopes.last!
            case .flag: return scopes.last!
            case .optional: return .optional(tag.name)
            case .lines: return .text
            case .view(let child), .views(let child): return .view(child)
            }
        }
        reportUnknown(tag, in: template, scopes)
        return scopes.last!
    }

    private mutating func checkContentType(_ template: String, _ tags: [TemplateTag]) {
        guard let first = tags.first, first.kind == .setting, first.name == "CONTENT_TYPE:TEXT", first.offset == 0 else {
            diagnostics.append(
                Diagnostic(
                    .escapingTemplate, .error, "the template does not turn off HTML escaping",
                    at: Place(file: template + ".mustache", line: 1, column: 1, offset: 0, length: 0),
                    help: "begin it with `{{% CONTENT_TYPE:TEXT }}`"))
            return
        }
    }

    private mutating func reportUnknown(_ tag: TemplateTag, in template: String, _ scopes: [Scope]) {
        var known: [String] = []
        for scope in scopes.reversed() {
            if case .view(let view) = scope { known += view.fieldNames }
        }
        report(
            .unknownTemplateName, "nothing here is named `\(printable(tag.name))`", template, tag,
            help: known.isEmpty ? nil : "there are \(known.map { "`\($0)`" }.joined(separator: ", "))")
    }

    private mutating func report(
        _ code: DiagnosticCode, _ message: String, _ template: String, _ tag: TemplateTag, help: String? = nil
    ) {
        let place = Place(
            file: template + ".mustache", line: tag.line, column: tag.column, offset: tag.offset, length: tag.length)
        let diagnostic = Diagnostic(code, .error, message, at: place, help: help)
        // A partial that is included twice is walked twice, for it may be given other views.
        if !diagnostics.contains(where: { $0.code == code && $0.place == place }) { diagnostics.append(diagnostic) }
    }
}

extension TemplateView {
    static var fieldNames: [String] { fields.map(\.name) }
}
