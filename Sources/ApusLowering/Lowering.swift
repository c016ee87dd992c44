import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// The state of lowering one document.
///
/// A schema with a name is lowered when it is first referred to: its `TypeID` is known at once, its declaration
/// waits in a queue. So recursion needs no special case, and long chains of references no deep stack.
struct Lowering {
    let document: Document
    let options: LoweringOptions
    var diagnostics = Diagnostics()
    var declarations: Declarations
    /// The name of the schema that is being declared, until the type at its path takes it.
    var pendingName: TypeID?
    /// The schema with a name that is being declared.
    var declaredNode: Node?
    /// The schemas, alone or several together, whose types are being made, and what these are called.
    var openTypes: [[Node]: NamePath] = [:]
    /// The lists of alternatives that only assert.
    var assertedGroups: Set<AssertedGroup> = []
    /// What parameters say, by the schemas in them: it is what their types are about.
    var parameterTexts: [Node: String] = [:]
    /// The patterns that have been looked at, and whether they are regular expressions.
    var checkedPatterns: [Node: Bool] = [:]
    /// What resources are called that are embedded in schemas.
    var resourceNames = ResourceNames()
    var families = Families()
    /// What all members say, in bytes of the description, and whether that was too much.
    var size = 0
    var isTooLarge = false
    /// In a lenient run: what reading refused, by file and in the order of the places.
    private(set) var unread: [String: [(offset: Int, problem: Diagnostic)]] = [:]
    var reportedUnread: Set<Diagnostic> = []

    /// - Parameter unread: The errors of reading, if what they are about is to be left out.
    init(document: Document, options: LoweringOptions, unread: [Diagnostic] = []) {
        self.document = document
        self.options = options
        declarations = Declarations(document)
        for problem in unread {
            self.unread[problem.place?.file ?? "", default: []].append((problem.place?.offset ?? 0, problem))
        }
        for file in self.unread.keys { self.unread[file]?.sort { $0.offset < $1.offset } }
    }

    mutating func run() -> API {
        let info = document.info
        var api = API(
            title: info.title, version: info.version, summary: info.summary, documentation: info.description,
            externalDocumentation: document.externalDocumentation.map(lower),
            servers: lower(servers: shared(document.servers)), securitySchemes: lowerSecuritySchemes(),
            tags: document.tags.map { ApusAPIModel.Tag(name: $0.name, documentation: $0.description) })
        families = findFamilies()
        checkFilter()
        checkTypeOverrides()
        api.operations = lowerOperations()
        reportOtherAuthentication(in: api)
        api.webhooks = lowerWebhooks()
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
        reportUnneeded()
        let files = Dictionary(document.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
        let order = declarations.types.map { declaration in
            (file: files[declaration.origin.filePath] ?? 0, offset: declaration.origin.offset, id: declaration.id)
        }
        api.types = order.indices.sorted { order[$0] < order[$1] }.map { declarations.types[$0] }
        var context = PassContext(
            version: document.version, includesUnreachableSchemas: options.includesUnreachableSchemas,
            isLenient: options.isLenient && !isTooLarge, index: TypeIndex(api.types), declarations: declarations,
            diagnostics: diagnostics)
        api.runPasses(&context)
        diagnostics = context.diagnostics
        return api
    }
}

/// A `oneOf` or `anyOf` that makes no type.
struct AssertedGroup: Hashable {
    var node: Node
    var keyword: CommonKey
}
