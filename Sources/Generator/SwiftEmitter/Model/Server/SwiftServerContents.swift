import ApusAPIModel
import ApusDiagnostics

/// The body of a request as a server receives it.
struct SwiftServerContents {
    /// The body in one media type.
    struct Alternative {
        let content: Content
        /// The name of the case, without backticks.
        let name: String
        /// The type of values other than `null`.
        let type: SwiftType
        let isNullable: Bool
        let constraints: ConstraintText
        let encodings: [String]
        /// The type of the value, or of the elements or parts.
        let element: SwiftType?
    }

    let alternatives: [Alternative]
    let isRequired: Bool
    let documentation: String?
    /// The name of the enum with a case for each media type. `nil` if there is only one.
    let enumeration: String?

    init(_ operation: Operation, name: String, _ types: SwiftTypes, into diagnostics: inout Diagnostics) {
        let contents = operation.requestBody?.contents ?? []
        isRequired = operation.requestBody?.isRequired == true
        documentation = operation.requestBody?.documentation
        enumeration = contents.count > 1 ? name : nil
        var names = Scope(reserved: ReservedNames.members)
        alternatives = zip(contents, contents.caseNames(in: &names)).map {
            Self.reportUntypedParts($0, types, into: &diagnostics)
            return Alternative($0, name: $1, types)
        }
    }

    /// The type of the method's parameter. `nil` if there is no body.
    var type: SwiftType? {
        if let enumeration { return isRequired ? .named(enumeration) : .optional(.named(enumeration)) }
        guard let only = alternatives.first else { return nil }
        switch (isRequired, only.isNullable) {
        case (true, false): return only.type
        case (true, true), (false, false): return .optional(only.type)
        case (false, true): return .generic("Presence", only.type)
        }
    }

    private static func reportUntypedParts(
        _ content: Content, _ types: SwiftTypes, into diagnostics: inout Diagnostics
    ) {
        guard case .multipart(_?, let encodings) = content.coding else { return }
        func report(_ message: String) {
            diagnostics.report(Diagnostic(.partsWithoutTypes, .note, message, at: content.origin.place))
        }
        if types.names.parts(of: content) == nil {
            report("a server receives the parts of `\(SwiftText.oneLine(content.mediaType))` without types")
        }
        for encoding in encodings where !encoding.hasTypedParts {
            report(
                "a server receives the parts of `\(SwiftText.oneLine(encoding.property))` without a type, because a `style` splits its value into several parts"
            )
        }
    }
}

extension SwiftServerContents.Alternative {
    fileprivate init(_ content: Content, name: String, _ types: SwiftTypes) {
        self.content = content
        self.name = name
        var (isNullable, encodings, constraints) = (false, [String](), ConstraintText.none)
        switch content.coding {
        case .json(let use):
            (type, element) = (types.swiftType(use.type), nil)
            isNullable = types.isNullable(use)
            constraints = ConstraintWriter(types).constraints(of: use)
        case .form(let use, let list):
            (type, element) = (types.swiftType(use.type), nil)
            encodings = PropertyEncodings(list, of: use, types).arguments
            constraints = ConstraintWriter(types).constraints(of: use)
        case .multipart:
            element = types.names.parts(of: content).map(SwiftType.named)
            type = element.map { .generic("MultipartParts", $0) } ?? .named("MultipartSequence")
        case .elements(let use, _):
            element = types.swiftType(use)
            type = .generic("JSONSequence", element!)
        case .text(let use):
            (type, element) = (.string, nil)
            constraints = ConstraintWriter(types).constraints(ofText: use)
        case .events, .bytes: (type, element) = (.named("HTTPBody"), nil)
        }
        (self.isNullable, self.encodings, self.constraints) = (isNullable, encodings, constraints)
    }
}
