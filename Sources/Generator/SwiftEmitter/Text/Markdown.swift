import ApusAPIModel

/// Texts in the Markdown of documentation comments.
enum Markdown {
    /// A default as code, or a phrase if it is long or would end the code.
    static func code(forDefault literal: JSONLiteral) -> String {
        let text = literal.json
        let isPlain = text.utf8.count <= 80 && !text.contains("`")
        return isPlain ? "`\(SwiftText.oneLine(text))`" : "the default of the API description"
    }
}
