import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// Lowers schemas to types.
///
/// There is one verb for each level: `lowerSchema` takes the schemas of a place, `lowerConjunction` the expanded
/// schemas, and `lowerObject`, `lowerEnumeration` and `lowerUnion` create types. Unions contain schemas and schemas
/// contain unions, so one type has both.
struct SchemaLowering {
    let document: Document
    let options: LoweringOptions
    var diagnostics: Diagnostics
    var declarations: Declarations
    private(set) var families = Families()

    // Set by a function until it returns, so not rolled back.

    /// The name of the schema being declared, until the type at its path takes it.
    var pendingName: TypeID?
    /// The named schema being declared.
    var declaredNode: Node?
    /// The schemas whose types are being created, single or in combination, and the paths of these types.
    var openTypes: [[Node]: NamePath] = [:]

    // Rolled back, because the reports about patterns are too.

    /// The checked patterns, and whether each is valid.
    var checkedPatterns: [Node: Bool] = [:]

    // Not rolled back, because a second attempt has the same result.

    /// The lists of alternatives that are only assertions.
    var assertedGroups: Set<AssertedGroup> = []
    /// The descriptions of parameters by their inline schemas. They document the types of these schemas.
    var parameterTexts: [Node: String] = [:]
    /// The names of embedded resources.
    var resourceNames = ResourceNames()

    // Not rolled back, because the work was done.

    /// The total size of all members, in bytes of the description. It bounds the work, not the result.
    var size = 0
    var isTooLarge = false
    /// The errors of reading. An error that made something fail was reported as its cause.
    var unread: UnreadProblems

    /// - Parameters:
    ///   - unread: The errors of reading, in a run that omits the affected parts.
    ///   - choices: The configured severities of warnings and notes.
    init(
        _ document: Document, options: LoweringOptions, unread: [Diagnostic] = [],
        choices: [DiagnosticCode: SeverityChoice] = [:]
    ) {
        self.document = document
        self.options = options
        diagnostics = Diagnostics(choices: choices)
        declarations = Declarations(document)
        self.unread = UnreadProblems(unread)
        families = findFamilies()
    }

    /// Declares the types of all schemas that were referred to, and of the schemas that these refer to.
    ///
    /// - Returns: The types in the order of the description.
    mutating func declareTypes() -> [TypeDeclaration] {
        if options.includesUnreachableSchemas || !document.hasOperations {
            for (_, schema) in document.components.schemas {
                if schema.addsToReference {
                    _ = declarations.id(of: schema.node)
                } else {
                    _ = declarations.reference(to: schema)
                }
            }
        }
        while !isTooLarge, let waiting = declarations.next() { declareWaiting(waiting) }
        unread.reportUnneeded(into: &diagnostics)
        let files = Dictionary(document.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
        let order = declarations.types.map { declaration in
            (file: files[declaration.origin.filePath] ?? 0, offset: declaration.origin.offset, id: declaration.id)
        }
        return order.indices.sorted { order[$0] < order[$1] }.map { declarations.types[$0] }
    }
}

/// A `oneOf` or `anyOf` that creates no type.
struct AssertedGroup: Hashable {
    var node: Node
    var keyword: Keyword
}
