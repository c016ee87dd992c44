import ApusAPIModel

/// The media types of a request body as Swift: the type of the method's parameter, and how a value is put on the
/// request.
struct RequestContents {
    let contents: [Content]
    let isRequired: Bool
    /// The enum with a case for each content; nil if there is only one.
    let enumeration: String?
    /// The names of the enum's cases.
    let caseNames: [String]
    /// The content that is sent unless the caller chooses: JSON, or the only one; nil if there is no such.
    let preferred: Int?
    private let catalog: Catalog

    /// - Parameter name: what the enum is called if there is one.
    init(_ operation: Operation, name: String, _ catalog: Catalog) {
        let contents = operation.requestBody?.contents ?? []
        self.contents = contents
        self.catalog = catalog
        isRequired = operation.requestBody?.isRequired == true
        enumeration = contents.count > 1 ? name : nil
        preferred = contents.count == 1 ? 0 : contents.firstIndex { $0.isJSON }
        var names = Scope(reserved: ReservedNames.members)
        caseNames = contents.caseNames(in: &names)
    }

    /// Whether the body in this content may be `null`, which is not the same as no body.
    func isNullable(_ index: Int) -> Bool {
        guard case .json(let use) = contents[index].coding else { return false }
        return catalog.isNullable(use)
    }

    /// The type of a content's values, without `null`.
    func type(_ index: Int) -> SwiftType {
        switch contents[index].coding {
        case .json(let use), .form(let use, _), .multipart(let use?, _): catalog.swiftType(use.type)
        case .multipart(nil, _): .array(.named("MultipartPart"))
        case .elements(let use, _): .generic("JSONElements", catalog.swiftType(use))
        case .text: .string
        case .events, .bytes: .named("HTTPBody")
        }
    }

    var cases: [OutcomeView.Case] {
        contents.indices.map { index in
            var comment = DocComment()
            comment.paragraph("`\(printable(contents[index].mediaType))`")
            let payload = isNullable(index) ? .optional(type(index)) : type(index)
            return OutcomeView.Case(
                documentation: comment.lines, name: escaped(caseNames[index]), payload: "(\(payload))")
        }
    }

    /// The statements that put `body` on `request`.
    var statements: [String] {
        if contents.isEmpty { return [] }
        if enumeration == nil { return statement(0, isOptional: !isRequired) }
        var lines = ["switch body {"]
        for index in contents.indices {
            let statement = statement(index, isOptional: false)
            let label = "case .\(caseNames[index])(let body)\(isRequired ? "" : "?"):"
            lines += statement.count == 1 ? ["\(label) \(statement[0])"] : [label] + statement.map { "    " + $0 }
        }
        if !isRequired { lines.append("case nil: break") }
        return lines + ["}"]
    }

    /// - Parameter isOptional: Whether `body` says by itself that there is no body.
    private func statement(_ index: Int, isOptional: Bool) -> [String] {
        let content = contents[index]
        let contentType = "contentType: \(stringLiteral(content.mediaType))"
        var arguments: [String]
        switch content.coding {
        case .json:
            arguments = [isNullable(index) && !isOptional ? "json: Presence(nullable: body)" : "json: body"]
            if content.mediaType != "application/json", !content.mediaType.contains("*") { arguments.append(contentType) }
        case .form(let use, let encodings):
            arguments = ["form: body"]
            if content.mediaType != "application/x-www-form-urlencoded" { arguments.append(contentType) }
            arguments += PropertyEncodings(encodings, of: use, catalog).arguments
        case .multipart(let use?, let encodings):
            arguments = ["multipart: body"]
            if content.mediaType != "multipart/form-data" { arguments.append(contentType) }
            arguments += PropertyEncodings(encodings, of: use, catalog).arguments
        case .multipart(nil, _): return requestCall("body", ["parts: body", contentType], .none)
        case .elements(_, let framing):
            return requestCall("body", ["elements: body", "framing: .\(framing.rawValue)", contentType], .none)
        case .text: arguments = ["text: body", contentType]
        case .events, .bytes: arguments = ["bytes: body", contentType]
        }
        return requestCall("body", arguments, content.type.map { catalog.constraints(of: $0) } ?? .none)
    }
}

/// A call of one of the request's methods, with the constraints last.
func requestCall(_ method: String, _ arguments: [String], _ constraints: ConstraintText) -> [String] {
    let call = "request.\(method)("
    let line = arguments.joined(separator: ", ")
    if constraints.lines.isEmpty, call.utf8.count + line.utf8.count < 110 { return [call + line + ")"] }
    var list = Arguments()
    if line.utf8.count < 110 { list.add(line) } else { for argument in arguments { list.add(argument) } }
    list.add(constraints)
    let lines = list.lines
    if lines.count == 2, call.utf8.count + lines[0].utf8.count + lines[1].utf8.count < 100 {
        return [call + lines.joined(separator: " ") + ")"]
    }
    var result = [call] + lines.map { "    " + $0 }
    result[result.count - 1] += ")"
    return result
}

extension [Content] {
    /// Names for cases: the kind of a content or, where several are of one kind, its media type.
    func caseNames(in names: inout Scope) -> [String] {
        map { content in
            let isOnly = count { $0.kindName == content.kindName } == 1
            if isOnly { return names.name(content.kindName) }
            let parameters = count { $0.essence == content.essence } == 1 ? content.essence : content.mediaType
            return names.name(Words(parameters.replacing("*", with: "any").replacing("=", with: " ")).lowerCamel)
        }
    }
}

extension Content {
    fileprivate var isJSON: Bool { if case .json = coding { true } else { false } }

    /// The media type without its parameters.
    fileprivate var essence: String { String(mediaType.prefix { $0 != ";" }) }

    fileprivate var kindName: String {
        switch coding {
        case .json: "json"
        case .form: "form"
        case .multipart: "multipart"
        case .elements: "elements"
        case .text: "text"
        case .events, .bytes: "bytes"
        }
    }
}
