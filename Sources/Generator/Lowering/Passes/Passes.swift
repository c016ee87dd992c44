import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI

/// What passes share besides the API.
struct PassContext {
    let version: SpecificationVersion
    let includesUnreachableSchemas: Bool
    /// Whether errors become warnings about what is left out.
    let isLenient: Bool
    var index: TypeIndex
    /// The notes about types, and the names for further types.
    var declarations: Declarations
    var diagnostics: Diagnostics
}

extension API {
    /// Runs the passes that need all types, each once and in this order.
    mutating func runPasses(_ context: inout PassContext) {
        // Makes types of aliases that contain themselves. From here on, following aliases comes to an end.
        declareRecursiveAliases(&context)
        // Decides which multipart bodies have parts with types. Only these can have files.
        settleReceivedParts(context.index, into: &context.diagnostics)
        // Both change the types of members and variants. Rules and defaults depend on these types.
        markFiles(context.index, in: context.version)
        keepDigits(context.index)
        // Reads rules while every member is there. A sent or received form keeps the rules about its own members.
        lowerRules(&context)
        // Adds the types of sent forms, the last types to come.
        assignDirections(&context)
        // Only what is received is of several alternatives without being asked to.
        keepOverlaps(context.index)
        // A sent form can contain itself, too.
        markRecursion(context.index)
    }
}
