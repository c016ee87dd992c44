import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI

/// The context that passes share in addition to the API.
struct PassContext {
    let version: SpecificationVersion
    let includesUnreachableSchemas: Bool
    /// Whether errors become warnings about omitted parts.
    let isLenient: Bool
    var index: TypeIndex
    /// The notes about types, and the source of new names.
    var declarations: Declarations
    var diagnostics: Diagnostics
}

extension API {
    /// Runs the passes that need all types, each once in this order.
    mutating func runPasses(_ context: inout PassContext) {
        // Replaces recursive aliases by types. After this, following aliases always ends.
        declareRecursiveAliases(&context)
        // Decides which multipart bodies have typed parts. Only these can contain files.
        resolveReceivedParts(context.index, into: &context.diagnostics)
        // Both change the types of members and variants, on which rules and defaults depend.
        markFiles(context.index, in: context.version)
        keepDigits(context.index)
        // Reads rules while all members are present. A sent or received form keeps the rules about its own members.
        lowerRules(&context)
        // Adds the types of sent forms, which are the last new types.
        assignDirections(&context)
        // Needs the directions: the caller chooses the variant of a sent value, but a received one can match several.
        keepOverlaps(context.index)
        // Runs after the sent forms are added, because these can contain themselves too.
        markRecursion(context.index)
    }
}
