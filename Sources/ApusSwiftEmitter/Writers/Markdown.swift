import ApusAPIModel

/// Texts in the Markdown of documentation comments.
enum Markdown {
    /// A default as code, or words for one that is long or would end the code.
    static func code(forDefault literal: JSONLiteral) -> String {
        let text = literal.json
        let isPlain = text.utf8.count <= 80 && !text.contains("`")
        return isPlain ? "`\(oneLine(text))`" : "the default of the API description"
    }
}
