import ApusAPIModel

/// The body of a request, in one of the media types that the operation takes.
struct SwiftContents {
    /// The body in one media type.
    struct Alternative {
        let content: Content
        /// The name of the case, without backticks.
        let name: String
        /// The type of values other than `null`.
        let type: SwiftType
        /// Whether the body may be `null`, which is not the same as no body.
        let isNullable: Bool
        let constraints: ConstraintText
        /// The arguments for the style of each member of a form.
        let encodings: [String]
    }

    let alternatives: [Alternative]
    let isRequired: Bool
    let documentation: String?
    /// The name of the enum with a case for each media type. `nil` if there is only one.
    let enumeration: String?
    /// The default content: JSON, or the only content. `nil` if there are several and none is JSON.
    let preferred: Alternative?

    /// - Parameter name: The name of the enum, if there is one.
    init(_ operation: Operation, name: String, _ types: SwiftTypes) {
        let contents = operation.requestBody?.contents ?? []
        isRequired = operation.requestBody?.isRequired == true
        documentation = operation.requestBody?.documentation
        enumeration = contents.count > 1 ? name : nil
        var names = Scope(reserved: ReservedNames.members)
        alternatives = zip(contents, contents.caseNames(in: &names)).map { Alternative($0, name: $1, types) }
        preferred = contents.count == 1 ? alternatives[0] : alternatives.first { $0.content.isJSON }
    }
}

extension SwiftContents.Alternative {
    fileprivate init(_ content: Content, name: String, _ types: SwiftTypes) {
        self.content = content
        self.name = name
        type =
            switch content.coding {
            case .json(let use), .form(let use, _), .multipart(let use?, _): types.swiftType(use.type)
            case .multipart(nil, _): .array(.named("MultipartPart"))
            case .elements(let use, _): .generic("JSONElements", types.swiftType(use))
            case .text: .string
            case .events, .bytes: .named("HTTPBody")
            }
        switch content.coding {
        case .json(let use):
            isNullable = types.isNullable(use)
            encodings = []
        case .form(let use, let list), .multipart(let use?, let list):
            isNullable = false
            encodings = PropertyEncodings(list, of: use, types).arguments
        case .multipart(nil, _), .elements, .text, .events, .bytes:
            isNullable = false
            encodings = []
        }
        switch content.coding {
        case .json(let use), .form(let use, _), .multipart(let use?, _), .events(let use, _, _):
            constraints = ConstraintWriter(types).constraints(of: use)
        case .text(let use): constraints = ConstraintWriter(types).constraints(ofText: use)
        case .multipart(nil, _), .elements, .bytes: constraints = .none
        }
    }
}

extension [Content] {
    /// Names for cases: the kind of a content or, where several are of one kind, its media type.
    func caseNames(in names: inout Scope) -> [String] {
        map { content in
            let isOnly = count { $0.kindName == content.kindName } == 1
            if isOnly { return names.name(content.kindName) }
            let parameters = count { $0.essence == content.essence } == 1 ? content.essence : content.mediaType
            return names.name(Words(mediaType: parameters).lowerCamel)
        }
    }
}

extension Words {
    /// The words of a media type or a range of them.
    init(mediaType: String) {
        self.init(mediaType.replacing("*", with: "any").replacing("=", with: " "))
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
