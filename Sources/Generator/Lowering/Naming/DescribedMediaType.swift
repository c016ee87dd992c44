import ApusOpenAPI
import ApusYAMLSource

/// A media type of a body, with the schemas of its contents.
struct DescribedMediaType {
    var name: String
    var schemas: [Schema]

    init(_ name: String, _ media: MediaTypeObject) {
        self.name = name
        schemas = [media.schema, media.itemSchema].compactMap { $0 }
    }

    init(_ name: String, _ node: Node, in document: Document) {
        self.init(name, MediaTypeObject(node: node, document: document))
    }
}

extension [DescribedMediaType] {
    /// The words that distinguish the types in this media type from the types in the others.
    ///
    /// Empty for JSON, or else for the first media type, and for a media type whose schemas declare no types.
    func words(of name: String) -> [String] {
        let own = filter { MediaForm($0.name).hasTypes && $0.schemas.contains(where: \.makesType) }.map(\.name)
        guard own.count > 1, own.contains(name) else { return [] }
        let first = own.first { $0 == "application/json" } ?? own.first { MediaForm($0) == .json } ?? own[0]
        if name == first { return [] }
        let form = MediaForm(name)
        let isOnly = own.filter { MediaForm($0) == form }.count == 1
        if isOnly, let word = form.word { return [word] }
        let subtype = name.split(separator: "/").last ?? name[...]
        return [String(subtype.replacing("=", with: " ").replacing("*", with: "any"))]
    }
}

extension Schema {
    /// Whether an inline schema, or the schema of its items, is declared as a type.
    fileprivate var makesType: Bool {
        if isReference { return false }
        return isDeclared || subschema(.items)?.makesType == true
    }
}

extension MediaForm {
    /// Whether generated code reads or writes more than text or bytes.
    fileprivate var hasTypes: Bool {
        switch self {
        case .json, .form, .multipart, .events, .jsonLines, .jsonSequence, .range: true
        case .text, .xml, .other: false
        }
    }

    /// The word for a body of this form.
    fileprivate var word: String? {
        switch self {
        case .form: "form"
        case .multipart: "multipart"
        case .events: "event"
        case .jsonLines, .jsonSequence: "element"
        case .json, .range, .text, .xml, .other: nil
        }
    }
}
