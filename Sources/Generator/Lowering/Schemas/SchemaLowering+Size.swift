import ApusDiagnostics
import ApusOpenAPI

extension SchemaLowering {
    /// What a member costs besides its text in the description, in bytes of that text.
    private static let memberSize = 512

    /// Counts what the members of an object say. What `allOf` brings is there once more in each type that has it, so that
    /// types can say far more than their description; beyond a limit that is an error, with which lowering ends.
    mutating func count(_ members: [(name: String, schemas: [Schema])], of conjunction: Conjunction) {
        for (_, schemas) in members {
            for schema in schemas { size += Self.memberSize + schema.node.length }
        }
        guard size > options.maximumSize, !isTooLarge else { return }
        isTooLarge = true
        diagnostics.error(
            .tooLarge, "the types are too large in total", at: conjunction.place.node.place,
            label: "the limit is exceeded here", help: "generate a part of the API: `filter` in apus.yaml")
    }
}
