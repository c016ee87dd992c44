import ApusAPIModel

/// A part of a multipart body that is received.
struct SwiftPart {
    /// What the bytes are.
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
    /// How many parts there may be, as a range.
    let count: String?
    let constraints: ConstraintText
    let headers: Headers?

    init(_ property: Property, _ encoding: PropertyEncoding?, name: String, _ catalog: Catalog) {
        self.property = property
        self.name = name
        contentType = encoding?.contentType
        let form = catalog.partForm(of: property.type)
        kind = form.kind
        type = form.kind == .file ? .named("MultipartFile") : catalog.swiftType(form.use)
        if let constant = property.constant {
            constraints = catalog.constraints(toConstant: constant)
        } else {
            constraints = form.kind == .file ? .none : catalog.constraints(of: form.use)
        }
        if form.isRepeated {
            occurrence = .many
        } else {
            occurrence = property.isRequired && property.defaultValue == nil ? .one : .optional
        }
        let (minimum, maximum) = form.isRepeated ? catalog.counts(of: property.type) : (nil, nil)
        let isCounted = minimum != nil || maximum != nil
        count = isCounted ? (minimum ?? "0") + (maximum.map { "...\($0)" } ?? " ... .max") : nil
        if encoding?.headers.isEmpty != false {
            headers = nil
        } else if catalog.options.parts.contains(.client) {
            headers = Headers(type: catalog.names.headers, value: "\(catalog.names.headers)(reader.headers)")
        } else {
            headers = Headers(type: "HeaderValues", value: "reader.headers")
        }
    }

    /// A part that no property names.
    init(others use: TypeUse, _ catalog: Catalog) {
        self.init(Property(name: "", isRequired: false, type: use, origin: use.origin), nil, name: "additional", catalog)
    }
}
