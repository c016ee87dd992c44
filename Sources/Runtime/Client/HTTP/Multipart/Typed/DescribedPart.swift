/// A part that the API description lists.
public struct DescribedPart: Sendable {
    /// The meaning of a part's bytes.
    public enum Form: Sendable {
        /// The bytes are the value.
        case file
        /// The bytes are the text of a string, unless the part's content type is JSON.
        case text
        case json
    }

    let name: String
    let form: Form
    /// The described media types or ranges.
    let contentTypes: [String]
    let isRequired: Bool
    /// The allowed number of elements if the part is an array with one part for each element.
    let count: ClosedRange<Int>?

    /// Returns a part that occurs once.
    public static func one(_ name: String, _ form: Form, contentType: String? = nil) -> DescribedPart {
        DescribedPart(name, form, contentType, isRequired: true)
    }

    /// Returns a part that occurs at most once.
    public static func optional(_ name: String, _ form: Form, contentType: String? = nil) -> DescribedPart {
        DescribedPart(name, form, contentType)
    }

    /// Returns an array with one part for each element.
    ///
    /// - Parameters:
    ///   - isRequired: Whether the array is required. An empty array has no part.
    ///   - count: The allowed number of elements, checked if the body is validated.
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
        contentTypes = MediaType.list(contentType)
    }

    /// The media type of a part without a content type. In general it is text (RFC 7578, section 4.4).
    var defaultContentType: String {
        contentTypes.first { !$0.contains("*") } ?? "text/plain"
    }

    /// Returns whether a value of a media type can be read as this part.
    func accepts(_ contentType: String) -> Bool {
        guard let actual = MediaType(contentType) else { return false }
        if contentTypes.contains(where: { MediaType($0)?.includes(actual) == true }) { return true }
        switch form {
        // Senders use `application/octet-stream` for unknown types (RFC 7578, section 4.4).
        case .file: return contentTypes.isEmpty || actual.essence == "application/octet-stream"
        case .text, .json: return actual.type == "text" || actual.isJSON
        }
    }

    /// The media types that an error names as expected.
    var expectedContentTypes: [String] {
        if !contentTypes.isEmpty { return contentTypes }
        switch form {
        case .file: return ["application/octet-stream"]
        case .text: return ["text/plain"]
        case .json: return ["application/json"]
        }
    }
}
