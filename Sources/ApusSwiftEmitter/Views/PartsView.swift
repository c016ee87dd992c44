import ApusAPIModel
import ApusDiagnostics

/// What `parts.mustache` prints: the parts of a multipart body that is received, as an enum.
struct PartsView: TemplateView {
    struct Case: TemplateView {
        var documentation: [String]
        var name: String
        /// The associated values.
        var payload: String
        /// The lines of the case that makes it of a part.
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

    /// Nil if the type is no object.
    init?(_ body: ReceivedParts, _ catalog: Catalog, into diagnostics: inout Diagnostics) {
        guard case .named(let id) = catalog.resolved(.named(body.type)),
            case .object(let object) = catalog.declarations[id]?.shape, let name = catalog.names.parts[body]
        else { return nil }
        self.name = name
        access = catalog.options.access.rawValue
        whole = catalog.typeName(body.type)
        var comment = DocComment()
        comment.paragraph("A part of `\(whole)`, as it arrives.")
        documentation = comment.lines

        let parts = object.properties.compactMap { DescribedPart($0, body, catalog) }
        let overrides = catalog.options.nameOverrides
        let names = namesOfMembers(
            parts.map { part in
                let property = part.property
                return NameRequest(
                    property.name, explicit: overrides["\(id.name)/\(property.name)"] ?? property.explicitName,
                    origin: property.origin)
            }, reserved: ReservedNames.parts, into: &diagnostics)
        var arguments = Arguments()
        arguments.add(parts.isEmpty ? ["[]"] : ["["] + filled(parts.map(\.entry), separator: ",").map { "    " + $0 } + ["]"])
        // Parts that a style names come under names that the table does not have.
        let others = parts.count == object.properties.count ? object.additionalProperties : .ignored
        let isClosed = others == .forbidden && !parts.isEmpty
        cases = zip(parts, names).enumerated().map { index, part in
            Case(
                documentation: part.0.documentation, name: escaped(part.1), payload: part.0.payload,
                statement: part.0.statement(
                    isClosed && index == parts.count - 1 ? "default" : "case \(index)", name: part.1))
        }
        if case .kept(let use) = others, catalog.resolved(use.type) != .any {
            let part = DescribedPart(others: use, catalog)
            arguments.add("others: .typed(\(part.entry))")
            cases.append(
                Case(
                    documentation: ["/// A part of another name, with that."], name: "additional",
                    payload: "String, \(part.type)",
                    statement: part.statement("case \(parts.count)", name: "additional", before: "reader.name, ")))
        }
        if isClosed {
            arguments.add("others: .refused")
        } else {
            cases.append(
                Case(
                    documentation: ["/// A part that the API description does not list."], name: "undocumented",
                    payload: "MultipartPart", statement: ["default: self = .undocumented(reader.part)"]))
        }
        table = TableView(access: access, kind: "PartTable", arguments: arguments.lines)
    }
}

/// One property as the parts that it is.
private struct DescribedPart {
    let property: Property
    /// The Swift type of one part.
    let type: SwiftType
    /// The element of the table.
    let entry: String
    private let isRepeated: Bool
    private let constraints: ConstraintText
    /// The type of the header fields, and the expression that makes it; nil if none are described.
    private var headers: (type: String, value: String)?

    /// Nil for a property whose parts are put together by a style.
    init?(_ property: Property, _ body: ReceivedParts, _ catalog: Catalog) {
        let encoding = body.encodings.first { $0.property == property.name }
        if encoding?.hasTypedParts == false { return nil }
        self.init(property, contentType: encoding?.contentType, catalog)
        guard let encoding, !encoding.headers.isEmpty else { return }
        let hasType = catalog.options.parts.contains(.client)
        headers = hasType
            ? (catalog.names.headers, "\(catalog.names.headers)(reader.headers)") : ("HeaderValues", "reader.headers")
    }

    /// The parts that no property names.
    init(others use: TypeUse, _ catalog: Catalog) {
        self.init(Property(name: "", isRequired: false, type: use, origin: use.origin), contentType: nil, catalog)
    }

    private init(_ property: Property, contentType: String?, _ catalog: Catalog) {
        self.property = property
        let form = catalog.partForm(of: property.type)
        isRepeated = form.isRepeated
        type = form.kind == .file ? .named("MultipartFile") : catalog.swiftType(form.use)
        let own = form.kind == .file ? .none : catalog.constraints(of: form.use)
        constraints = property.constant.map { catalog.constraint(toConstant: $0) } ?? own
        var arguments = [stringLiteral(property.name), ".\(form.kind.rawValue)"]
        if let contentType { arguments.append("contentType: \(stringLiteral(contentType))") }
        if isRepeated {
            if property.isRequired { arguments.append("isRequired: true") }
            let (minimum, maximum) = catalog.counts(of: property.type)
            if minimum != nil || maximum != nil {
                arguments.append("count: \(minimum ?? "0")\(maximum.map { "...\($0)" } ?? " ... .max")")
            }
        }
        let occurrence = isRepeated ? "many" : property.isRequired && property.defaultValue == nil ? "one" : "optional"
        entry = ".\(occurrence)(\(arguments.joined(separator: ", ")))"
    }

    var payload: String { headers.map { "\(type), headers: \($0.type)" } ?? type.text }

    var documentation: [String] {
        var comment = DocComment()
        comment.paragraph(property.documentation)
        if isRepeated { comment.paragraph("One for each element.") }
        return comment.lines
    }

    /// - Parameter values: what comes before the part's value.
    func statement(_ label: String, name: String, before values: String = "") -> [String] {
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
