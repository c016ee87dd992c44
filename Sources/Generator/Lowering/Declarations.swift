import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// The declared types, the names of schemas, the queue of schemas to declare, and notes about types.
///
/// A schema with a name gets its id at its first reference, and is declared later. So recursion needs no special case,
/// and a long chain of references needs no deep stack.
struct Declarations {
    /// A schema that waits for its declaration.
    struct Waiting {
        var schema: Schema
        var id: TypeID
        /// Whether the schema is declared without the schemas that extend it.
        var isItself = false
    }

    private let document: Document
    private let places: PlaceNames

    private(set) var types: [TypeDeclaration] = []
    private(set) var notes = Notes()
    /// The schemas to declare. The last one is declared first.
    private var queue: [Waiting] = []
    /// The ids of the schemas that were referred to or declared.
    private var ids: [Node: TypeID] = [:]
    /// The ids of base schemas, without the schemas that extend them.
    private var ownIDs: [Node: TypeID] = [:]
    private var usedNames: Set<String> = []

    // Not rolled back: these names come from the description. An inline schema keeps its name, because a second attempt
    // asks for the same one.

    /// The names of component schemas, and of inline schemas that several places share.
    private(set) var componentNames: [Node: String] = [:]
    /// Inline schemas that are the target of a reference. Each is declared once, for the reference and for its own
    /// place.
    private(set) var inlineTargets: Set<Node> = []
    /// The names of types that the description sets.
    private let declaredNames: Set<String>

    init(_ document: Document) {
        self.document = document
        places = PlaceNames(document)
        var used: Set<String> = []
        var names: [Node: String] = [:]
        for (name, schema) in document.components.schemas where !schema.isReference || schema.addsToReference {
            // Two keys can be one name in two normalization forms of Unicode.
            names[schema.node] = used.insertUnused(name)
        }
        for (name, schema) in document.components.schemas {
            guard let target = document.declaration(of: schema.node), names[target] == nil else { continue }
            names[target] = used.insertUnused(name)
        }
        usedNames = used
        declaredNames = used
        componentNames = names
        inlineTargets = Set(document.schemaTargets.filter { names[$0] == nil })
    }

    // MARK: Names

    /// Returns whether a schema already has a name.
    func hasName(_ node: Node) -> Bool { componentNames[node] != nil || ids[node] != nil }

    func isUsed(_ name: String) -> Bool { usedNames.contains(name) }

    /// Returns whether the description sets the name of a type.
    func isComponent(_ id: TypeID) -> Bool { declaredNames.contains(id.name) }

    /// Gives an inline schema a name, so that all places that use it share one declaration.
    mutating func declareOnce(_ node: Node, as name: String) {
        componentNames[node] = unusedID(near: name).name
        inlineTargets.insert(node)
    }

    /// Returns an unused id: the requested name, or the name with a number.
    mutating func unusedID(near name: String) -> TypeID { TypeID(usedNames.insertUnused(name)) }

    /// Returns the type that a schema declares at its place, or the type of its target.
    mutating func reference(to schema: Schema) -> TypeID? {
        document.declaration(of: schema.node).map { id(of: $0) }
    }

    /// Returns the type that the schema at a node declares.
    mutating func id(of target: Node) -> TypeID {
        if let known = ids[target] { return known }
        let id = componentNames[target].map { TypeID($0) } ?? unusedID(near: places.name(of: target, isUsed: isUsed))
        ids[target] = id
        queue.append(Waiting(schema: Schema(node: target, document: document), id: id))
        return id
    }

    /// Returns the type of a schema without the schemas that extend it.
    mutating func ownID(of node: Node) -> TypeID {
        if let known = ownIDs[node] { return known }
        let name = componentNames[node] ?? id(of: node).name
        let own = unusedID(near: "\(name).base")
        ownIDs[node] = own
        queue.append(Waiting(schema: Schema(node: node, document: document), id: own, isItself: true))
        return own
    }

    func isOwnID(_ id: TypeID, of node: Node) -> Bool { ownIDs[node] == id }

    // MARK: Types

    /// Removes the next schema from the queue and returns it.
    mutating func next() -> Waiting? { queue.popLast() }

    mutating func add(_ declaration: TypeDeclaration) { types.append(declaration) }

    /// Adds assertions to a declared type.
    mutating func add(_ constraints: Constraints, to id: TypeID) {
        guard let index = types.lastIndex(where: { $0.id == id }) else { return }
        types[index].constraints.assertions += constraints.assertions
    }

    mutating func note<Result>(_ change: (inout Notes) -> Result) -> Result { change(&notes) }

    // MARK: Transactions

    /// The state of the declarations at one time.
    struct Mark {
        fileprivate var types: Int
        fileprivate var queue: Int
    }

    var mark: Mark { Mark(types: types.count, queue: queue.count) }

    /// Removes the declarations and references since `mark`, with their names and notes.
    mutating func rollBack(to mark: Mark) {
        let removed = Set(types[mark.types...].map(\.id))
        for id in removed { usedNames.remove(id.name) }
        types.removeSubrange(mark.types...)
        notes.remove(about: removed)
        for waiting in queue[mark.queue...] {
            let node = waiting.schema.node
            if waiting.isItself { ownIDs[node] = nil } else { ids[node] = nil }
            if waiting.isItself || componentNames[node] == nil { usedNames.remove(waiting.id.name) }
        }
        queue.removeSubrange(mark.queue...)
    }
}

extension Set<String> {
    /// Inserts the name, or the name with the first number that makes it unique, and returns it.
    fileprivate mutating func insertUnused(_ name: String) -> String {
        var candidate = name
        var number = 2
        while !insert(candidate).inserted {
            candidate = "\(name)\(number)"
            number += 1
        }
        return candidate
    }
}
