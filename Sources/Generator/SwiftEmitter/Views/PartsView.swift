/// What `parts.mustache` prints: the parts of a multipart body that is received, as an enum.
struct PartsView: TemplateView {
    struct Case: TemplateView {
        var documentation: [String]
        var name: String
        /// The associated values.
        var payload: String
        /// The case of the switch that decodes the part.
        var statement: [String]

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("name", \.name), .text("payload", \.payload),
            .lines("statement", \.statement),
        ]
    }

    var documentation: [String]
    var access: String
    var name: String
    /// The type of all parts together.
    var whole: String
    var cases: [Case]
    var table: TableView

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .text("whole", \.whole), .views("cases", \.cases), .view("table") { $0.table },
    ]

    init(_ parts: SwiftParts, access: String) {
        self.access = access
        name = parts.name
        whole = parts.whole
        var comment = DocComment()
        comment.paragraph("A received part of `\(whole)`.")
        documentation = comment.lines
        var arguments = Arguments()
        let entries = SwiftText.filled(parts.parts.map(\.entry), separator: ",")
        arguments.add(entries.isEmpty ? ["[]"] : ["["] + entries.map { "    " + $0 } + ["]"])
        cases = parts.parts.enumerated().map { index, part in Case(part, label: "case \(index)") }
        let undocumented = Case(
            documentation: ["/// A part that the API description does not list."], name: "undocumented",
            payload: "MultipartPart", statement: ["default: self = .undocumented(reader.part)"])
        switch parts.others {
        case .refused:
            arguments.add("others: .refused")
            let last = cases.count - 1
            cases[last] = Case(parts.parts[last], label: "default")
        case .typed(let part):
            arguments.add("others: .typed(\(part.entry))")
            cases.append(
                Case(
                    documentation: ["/// A part with another name, and that name."], name: part.name,
                    payload: "String, \(part.type)",
                    statement: part.statement("case \(cases.count)", before: "reader.name, ")))
            cases.append(undocumented)
        case .untyped: cases.append(undocumented)
        }
        table = TableView(access: access, kind: "PartTable", arguments: arguments.lines)
    }
}

extension PartsView.Case {
    /// - Parameter label: The beginning of the case of the switch.
    fileprivate init(_ part: SwiftPart, label: String) {
        var comment = DocComment()
        comment.paragraph(part.property.documentation)
        if part.occurrence == .many { comment.paragraph("One part for each element.") }
        self.init(
            documentation: comment.lines, name: Identifier.escaped(part.name),
            payload: part.headers.map { "\(part.type), headers: \($0.type)" } ?? part.type.text,
            statement: part.statement(label))
    }
}

extension SwiftPart {
    /// The element of the table.
    fileprivate var entry: String {
        var arguments = [SwiftText.literal(property.name), ".\(kind.rawValue)"]
        if let contentType { arguments.append("contentType: \(SwiftText.literal(contentType))") }
        if occurrence == .many, property.isRequired { arguments.append("isRequired: true") }
        if let count { arguments.append("count: \(count)") }
        return ".\(occurrence.rawValue)(\(arguments.joined(separator: ", ")))"
    }

    /// The case of the switch that decodes the part, as lines.
    ///
    /// - Parameter values: The associated values before the part's value.
    fileprivate func statement(_ label: String, before values: String = "") -> [String] {
        let start = "\(label): self = .\(name)(\(values)try await reader.value("
        let end = "\(headers.map { ", headers: \($0.value)" } ?? ""))"
        var arguments = Arguments()
        arguments.add(constraints)
        let lines = arguments.lines
        if lines.isEmpty { return [start + ")" + end] }
        if lines.count == 1, start.utf8.count + lines[0].utf8.count + end.utf8.count < 110 {
            return [start + lines[0] + ")" + end]
        }
        var result = ["\(label):", "    self = .\(name)(", "        \(values)try await reader.value("]
        result += lines.map { "            " + $0 }
        result[result.count - 1] += ")" + end
        return result
    }
}
