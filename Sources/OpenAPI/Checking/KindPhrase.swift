import YAMLSource

extension Node.Kind {
    /// The kind in a sentence, such as "a string".
    var phrase: String {
        switch self {
        case .null: noun
        case .integer: "an " + noun
        case .boolean, .number, .string, .sequence, .mapping: "a " + noun
        }
    }
}
