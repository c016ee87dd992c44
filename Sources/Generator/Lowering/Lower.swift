public import ApusAPIModel
public import ApusDiagnostics
public import ApusOpenAPI

/// The options of lowering.
public struct LoweringOptions: Sendable {
    /// Whether component schemas become types even if no operation refers to them. They always do in a description
    /// without operations.
    public var includesUnreachableSchemas: Bool
    public var filter: OperationFilter
    /// The component schemas whose types are declared outside the generated code.
    public var externalSchemas: [ExternalSchema]
    /// Whether operations and schemas with errors are omitted with a warning.
    public var isLenient: Bool
    /// Whether the API has the examples of the description. They are checked then.
    public var includesExamples: Bool
    /// The maximum size of the members of all types, in bytes of the description.
    public var maximumSize: Int

    public init(
        includesUnreachableSchemas: Bool = false, filter: OperationFilter = OperationFilter(),
        externalSchemas: [ExternalSchema] = [], isLenient: Bool = false,
        includesExamples: Bool = false, maximumSize: Int? = nil
    ) {
        self.includesUnreachableSchemas = includesUnreachableSchemas
        self.filter = filter
        self.externalSchemas = externalSchemas
        self.isLenient = isLenient
        self.includesExamples = includesExamples
        self.maximumSize = maximumSize ?? Bounds.size
    }
}

/// Turns a read OpenAPI document into the API that it describes.
///
/// Every problem is reported to `diagnostics`; the result holds what could be understood, so that one
/// run shows all problems. A caller emits nothing while `diagnostics.hasErrors`. In a lenient run, errors of reading
/// that `diagnostics` already holds become warnings too, about the operations and schemas that they break.
public func lower(
    _ document: Document, options: LoweringOptions = LoweringOptions(), into diagnostics: inout Diagnostics
) -> API {
    var unread = options.isLenient ? diagnostics.takeErrors(DiagnosticCode.openAPI) : []
    // The nodes of an overlay are outside the document's text, so an error in them cannot be assigned to a part of it.
    let files = Set(document.files.map(\.path))
    for problem in unread where problem.place.map({ !files.contains($0.file) }) ?? true { diagnostics.report(problem) }
    unread.removeAll { problem in problem.place.map { !files.contains($0.file) } ?? true }
    var operations = OperationLowering(
        schemas: SchemaLowering(document, options: options, unread: unread, choices: diagnostics.choices))
    var api = operations.lowerDocument()
    var schemas = operations.schemas
    api.types = schemas.declareTypes()
    var context = PassContext(
        version: document.version, includesUnreachableSchemas: options.includesUnreachableSchemas,
        isLenient: options.isLenient && !schemas.isTooLarge, index: TypeIndex(api.types),
        declarations: schemas.declarations, diagnostics: schemas.diagnostics)
    api.runPasses(&context)
    if options.includesExamples {
        var reader = ExampleReader(schemas, choices: diagnostics.choices)
        reader.read(api)
        api.examples = reader.examples
        for diagnostic in reader.diagnostics.all { context.diagnostics.report(diagnostic) }
    }
    // A schema that is part of several types is checked for each of them.
    var reported: Set<Diagnostic> = []
    for diagnostic in context.diagnostics.all where reported.insert(diagnostic).inserted {
        diagnostics.report(diagnostic)
    }
    return api
}
