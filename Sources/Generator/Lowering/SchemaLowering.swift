import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// Lowers schemas to types.
///
/// One verb per level: `lowerSchema` takes what must hold in a place, `lowerConjunction` the opened schemas, and
/// `lowerObject`, `lowerEnumeration` and `lowerUnion` make types of them. Unions contain schemas, and schemas unions.
struct SchemaLowering {
    let document: Document
    let options: LoweringOptions
    var diagnostics: Diagnostics
    var declarations: Declarations
    private(set) var families = Families()

    // Set by a function until it returns, so that there is nothing to roll back.

    /// The name of the schema that is being declared, until the type at its path takes it.
    var pendingName: TypeID?
    /// The schema with a name that is being declared.
    var declaredNode: Node?
    /// The schemas, alone or several together, whose types are being made, and the paths of these types.
    var openTypes: [[Node]: NamePath] = [:]

    // Rolled back: the reports about patterns are taken back, too.

    /// The patterns that have been looked at, and whether they are regular expressions.
    var checkedPatterns: [Node: Bool] = [:]

    // Not rolled back, because a second attempt finds the same.

    /// The lists of alternatives that only assert.
    var assertedGroups: Set<AssertedGroup> = []
    /// The descriptions of parameters by their inline schemas. They document the types of these schemas.
    var parameterTexts: [Node: String] = [:]
    /// The names of resources that are embedded in schemas.
    var resourceNames = ResourceNames()

    // Not rolled back, because it happened.

    /// The length of the text of all members, in bytes of the description. It bounds the work, not the result.
    var size = 0
    var isTooLarge = false
    /// The errors of reading. One that made something fail has been reported as the cause.
    var unread: UnreadProblems

    /// - Parameters:
    ///   - unread: The errors of reading, if what they are about is to be left out.
    ///   - choices: The severities chosen for warnings and notes.
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

    /// Declares the types of all schemas that are referred to, and of what they refer to.
    ///
    /// - Returns: the types in the order of the description.
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
        while !isTooLarge, let waiting = declarations.next() { declareOrLeaveOut(waiting) }
        unread.reportUnneeded(into: &diagnostics)
        let files = Dictionary(document.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
        let order = declarations.types.map { declaration in
            (file: files[declaration.origin.filePath] ?? 0, offset: declaration.origin.offset, id: declaration.id)
        }
        return order.indices.sorted { order[$0] < order[$1] }.map { declarations.types[$0] }
    }
}

/// A `oneOf` or `anyOf` that makes no type.
struct AssertedGroup: Hashable {
    var node: Node
    var keyword: Keyword
}
