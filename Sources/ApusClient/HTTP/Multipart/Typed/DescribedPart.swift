/// One part as the API description lists it.
public struct DescribedPart: Sendable {
    /// What a part's bytes are.
    public enum Form: Sendable {
        /// The value, whatever bytes it is.
        case file
        /// The text of a string; JSON only if the part says so.
        case text
        case json
    }

    let name: String
    let form: Form
    /// The media types that are listed, or ranges.
    let contentTypes: [String]
    let isRequired: Bool
    /// How many there may be, for an array, of which each part is an element.
    let count: ClosedRange<Int>?

    /// A part that comes once.
    public static func one(_ name: String, _ form: Form, contentType: String? = nil) -> DescribedPart {
        DescribedPart(name, form, contentType, isRequired: true)
    }

    /// A part that comes at most once.
    public static func optional(_ name: String, _ form: Form, contentType: String? = nil) -> DescribedPart {
        DescribedPart(name, form, contentType)
    }

    /// The elements of an array, a part for each.
    ///
    /// - Parameters:
    ///   - isRequired: whether the array must be there; an empty one has no part.
    ///   - count: how many there may be; checked if the body is validated.
    public static func many(
        _ name: String, _ form: Form, contentType: String? = nil, isRequired: Bool = false,
        count: ClosedRange<Int> = 0 ... .max
    ) -> DescribedPart {
        DescribedPart(name, form, contentType, isRequired: isRequired, count: count)
    }

    private init(
        _ name: String, _ form: Form, _ contentType: String?, isRequired: Bool = false, count: ClosedRange<Int>? = nil
    ) {
        self.name = name
        self.form = form
        self.isRequired = isRequired
        self.count = count
        contentTypes = contentType?.split(separator: ",").map { $0.trimmingSpaces } ?? []
    }

    /// The media type of a part that says none. In general that is text (RFC 7578, section 4.4).
    var defaultContentType: String {
        contentTypes.first { !$0.contains("*") } ?? "text/plain"
    }

    /// Whether a value of this media type can be read as the part.
    func accepts(_ contentType: String) -> Bool {
        guard let actual = MediaType(contentType) else { return false }
        if contentTypes.contains(where: { MediaType($0)?.includes(actual) == true }) { return true }
        switch form {
        // What a sender does not know is called so (RFC 7578, section 4.4).
        case .file: return contentTypes.isEmpty || actual.essence == "application/octet-stream"
        case .text, .json: return actual.type == "text" || actual.isJSON
        }
    }

    /// What is said to be expected instead of another media type.
    var expectedContentTypes: [String] {
        if !contentTypes.isEmpty { return contentTypes }
        switch form {
        case .file: return ["application/octet-stream"]
        case .text: return ["text/plain"]
        case .json: return ["application/json"]
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var text = drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
