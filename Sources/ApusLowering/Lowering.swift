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
    var declarations: [TypeDeclaration] = []

    /// The names of the schemas that have been referred to or declared.
    var ids: [Node: TypeID] = [:]
    var usedNames: Set<String> = []
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
    /// Rules and defaults over members, which are read when all types are known.
    var notedRules: [(type: TypeID, node: Node)] = []
    var notedDefaults: [(type: TypeID, property: String, node: Node)] = []
    /// All lists of rules, and those that stand where rules belong.
    var seenRules: [Node] = []
    var placedRules: Set<Node> = []
    /// The names that the description asks for where what is sent has a type of its own (`x-apus-request-name`).
    var requestNames: [TypeID: Node] = [:]
    /// A schema that waits to be declared.
    struct Waiting {
        var schema: Schema
        var id: TypeID
        /// Whether it is declared without those that extend it.
        var isItself = false
    }

    var queue: [Waiting] = []
    var families = Families()
    /// The names of schemas without those that extend them.
    var ownIDs: [Node: TypeID] = [:]
    /// What all members say, in bytes of the description, and whether that was too much.
    var size = 0
    var isTooLarge = false
    /// The key under `components/schemas` of what stands there, or of what a reference there leads to; and what types of
    /// other components are named.
    private(set) var componentNames: [Node: String] = [:]
    /// The names that the description itself gives to types.
    private(set) var declaredNames: Set<String> = []
    /// Schemas within others that a reference leads to: they are types of their own where they stand, too.
    private(set) var inlineTargets: Set<Node> = []
    /// In a lenient run: what reading refused, by file and in the order of the places.
    private(set) var unread: [String: [(offset: Int, problem: Diagnostic)]] = [:]
    var reportedUnread: Set<Diagnostic> = []

    /// - Parameter unread: The errors of reading, if what they are about is to be left out.
    init(document: Document, options: LoweringOptions, unread: [Diagnostic] = []) {
        self.document = document
        self.options = options
        for problem in unread {
            self.unread[problem.place?.file ?? "", default: []].append((problem.place?.offset ?? 0, problem))
        }
        for file in self.unread.keys { self.unread[file]?.sort { $0.offset < $1.offset } }
        for (name, schema) in document.components.schemas
        where !schema.isReference || Self.addsToReference(schema.node, document) {
            // Two keys can be one name in two spellings of Unicode.
            componentNames[schema.node] = unique(name).name
        }
        for (name, schema) in document.components.schemas {
            guard let target = declaration(for: schema.node), componentNames[target] == nil else { continue }
            componentNames[target] = unique(name).name
        }
        declaredNames = usedNames
        for target in document.schemaTargets where componentNames[target] == nil { inlineTargets.insert(target) }
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
                if Self.addsToReference(schema.node, document) {
                    _ = id(of: schema.node)
                } else {
                    _ = reference(to: schema)
                }
            }
        }
        while !queue.isEmpty, !isTooLarge {
            declareOrLeaveOut(queue.removeLast())
        }
        reportUnneeded()
        let files = Dictionary(document.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
        let order = declarations.map { declaration in
            (file: files[declaration.origin.filePath] ?? 0, offset: declaration.origin.offset, id: declaration.id)
        }
        api.types = declarations.indices.sorted { order[$0] < order[$1] }.map { declarations[$0] }
        declareRecursiveAliases(in: &api)
        settleReceivedParts(in: &api)
        markFiles(in: &api)
        keepDigits(in: &api)
        lowerRules(in: &api)
        assignDirections(in: &api)
        markRecursion(in: &api)
        return api
    }

    func origin(of node: Node) -> Origin { Origin(node.tree, node: node.index) }

    // MARK: Names

    /// Whether a schema has a name already, by which its type is referred to.
    func hasName(_ node: Node) -> Bool { componentNames[node] != nil || ids[node] != nil }

    /// Gives a schema within another object a name, so that its type is declared once for all that use it.
    mutating func declareOnce(_ node: Node, as name: String) {
        componentNames[node] = unique(name).name
        inlineTargets.insert(node)
    }

    /// The type that a schema with a place of its own declares, or the one to which it refers.
    mutating func reference(to schema: Schema) -> TypeID? {
        declaration(for: schema.node).map { id(of: $0) }
    }

    /// The type that the schema at a node declares.
    mutating func id(of target: Node) -> TypeID {
        if let known = ids[target] { return known }
        let id: TypeID
        if let name = componentNames[target] {
            id = TypeID(name)
        } else {
            id = unique(name(ofPlace: target))
        }
        ids[target] = id
        queue.append(Waiting(schema: Schema(node: target, document: document), id: id))
        return id
    }

    /// The schema that a reference names: the end of a chain of references, or the first that says more than where
    /// the next one is.
    func declaration(for node: Node) -> Node? {
        var current = node
        var visited: Set<Node> = []
        while Schema(node: current, document: document).isReference,
            current == node || !Self.addsToReference(current, document)
        {
            guard visited.insert(current).inserted, let next = document.target(of: current) else { return nil }
            current = next
        }
        return current
    }

    /// The schema that a name stands for: what a reference names, unless it says more itself.
    func named(_ node: Node) -> Node? { Self.addsToReference(node, document) ? node : declaration(for: node) }

    /// Whether keywords beside a `$ref` count.
    private static func addsToReference(_ node: Node, _ document: Document) -> Bool {
        guard document.version >= .v3_1, Schema(node: node, document: document).isReference else { return false }
        return node.isDynamicResource
            || node.entries.contains {
                !$0.key.hasPrefix("$") && !$0.key.hasPrefix("x-") && !Keywords.annotations.contains($0.key)
            }
    }

    /// An unused id near to the one asked for.
    mutating func unique(_ name: String) -> TypeID {
        var candidate = name
        var number = 2
        while !usedNames.insert(candidate).inserted {
            candidate = "\(name)\(number)"
            number += 1
        }
        return TypeID(candidate)
    }
}

extension Tree: SourceTree {
    public func filePath(of node: UInt32) -> String { self.node(at: node).filePath }
    public func offset(of node: UInt32) -> Int { self.node(at: node).offset }
    public func place(of node: UInt32) -> Place { self.node(at: node).place }
    public func pointer(of node: UInt32) -> String { self.node(at: node).pointer }
}

/// A `oneOf` or `anyOf` that makes no type.
struct AssertedGroup: Hashable {
    var node: Node
    var keyword: CommonKey
}

/// Where a schema without a name stands, to make a name from if it needs one.
///
/// A list that grows at its end and shares what is before it: every property and element has a path, and few need words.
struct NamePath {
    private indirect enum Part {
        case first([String])
        case next(Part, String)
    }

    private var part: Part

    init(_ words: [String]) { part = .first(words) }

    private init(_ part: Part) { self.part = part }

    var words: [String] {
        var last: [String] = []
        last.reserveCapacity(8)
        var current = part
        while case .next(let before, let word) = current {
            last.append(word)
            current = before
        }
        guard case .first(let words) = current else { return [] }
        return words + last.reversed()
    }

    var id: String { words.joined(separator: ".") }
    func appending(_ word: String) -> NamePath { NamePath(.next(part, word)) }
}
