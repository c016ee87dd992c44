import ApusAPIModel

/// A part of a multipart body that is received.
struct SwiftPart {
    /// The content of a part.
    enum Kind: String {
        case file, text, json
    }

    enum Occurrence: String {
        case one, optional, many
    }

    /// The header fields that are described: their type, and the expression that makes it.
    struct Headers {
        let type: String
        let value: String
    }

    let property: Property
    /// The name of the case, without backticks.
    let name: String
    let kind: Kind
    let type: SwiftType
    let occurrence: Occurrence
    let contentType: String?
    /// The allowed number of parts, as a range.
    let count: String?
    let constraints: ConstraintText
    let headers: Headers?

    init(_ property: Property, _ encoding: PropertyEncoding?, name: String, _ types: SwiftTypes) {
        self.property = property
        self.name = name
        contentType = encoding?.contentType
        let form = PartForm(of: property.type, types)
        kind = form.kind
        type = form.kind == .file ? .named("MultipartFile") : types.swiftType(form.use)
        if let constant = property.constant {
            constraints = ConstraintWriter(types).constraints(toConstant: constant)
        } else {
            constraints = form.kind == .file ? .none : ConstraintWriter(types).constraints(of: form.use)
        }
        if form.isRepeated {
            occurrence = .many
        } else {
            occurrence = property.isRequired && property.defaultValue == nil ? .one : .optional
        }
        count = form.isRepeated ? Self.count(of: property.type, types) : nil
        if encoding?.headers.isEmpty != false {
            headers = nil
        } else if types.options.parts.contains(.client) {
            headers = Headers(type: types.names.headers, value: "\(types.names.headers)(reader.headers)")
        } else {
            headers = Headers(type: "HeaderValues", value: "reader.headers")
        }
    }

    /// The allowed number of elements of an array, as far as the description limits it to valid counts.
    private static func count(of use: TypeUse, _ types: SwiftTypes) -> String? {
        guard types.options.parts.contains(.validation) else { return nil }
        func count(_ keyword: String) -> Int? {
            for assertion in types.resolvedUse(use).constraints.assertions where assertion.keyword == keyword {
                if case .number(let text) = assertion.operand { return Int(text) }
            }
            return nil
        }
        let minimum = count("minItems").flatMap { $0 > 0 ? $0 : nil }
        let maximum = count("maxItems").flatMap { $0 >= minimum ?? 0 ? $0 : nil }
        if minimum == nil, maximum == nil { return nil }
        return "\(minimum ?? 0)" + (maximum.map { "...\($0)" } ?? " ... .max")
    }

    /// A part that no property names.
    init(others use: TypeUse, _ types: SwiftTypes) {
        self.init(Property(name: "", isRequired: false, type: use, origin: use.origin), nil, name: "additional", types)
    }
}
