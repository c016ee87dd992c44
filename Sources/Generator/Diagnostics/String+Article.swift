extension String {
    /// The text after the indefinite article that its first letter asks for.
    package var withArticle: String { (first.map { "aeiouAEIOU".contains($0) } == true ? "an " : "a ") + self }
}
