import ApusDiagnostics
import ApusOpenAPI

extension SchemaLowering {
    /// The size of a member in addition to its text, in bytes of the description.
    private static let memberSize = 512

    /// Counts the size of an object's members. Each type with an `allOf` repeats its members, so the types can be far
    /// larger than the description. Exceeding the limit is an error that ends lowering.
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
