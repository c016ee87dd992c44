import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

/// The types made so far, the names of schemas, the schemas that wait for their declaration, and notes about types.
///
/// A schema with a name gets its id when it is first referred to, and its declaration waits in a queue. So recursion
/// needs no special case, and a long chain of references needs no deep stack.
struct Declarations {
    /// A schema that waits to be declared.
    struct Waiting {
        var schema: Schema
        var id: TypeID
        /// Whether it is declared without the schemas that extend it.
        var isItself = false
    }

    private let document: Document
    private let places: PlaceNames

    private(set) var types: [TypeDeclaration] = []
    private(set) var notes = Notes()
    /// The last to come is declared first.
    private var queue: [Waiting] = []
    /// The ids of the schemas that have been referred to or declared.
    private var ids: [Node: TypeID] = [:]
    /// The ids of schemas without those that extend them.
    private var ownIDs: [Node: TypeID] = [:]
    private var usedNames: Set<String> = []

    // Not rolled back: these come from the description. A name that was given to an inline schema stays, because a
    // second attempt asks for the same name.

    /// The names of the component schemas, and those of inline schemas that several places share.
    private(set) var componentNames: [Node: String] = [:]
    /// Inline schemas that a reference leads to. Each is declared once, for the reference and the place where it stands.
    private(set) var inlineTargets: Set<Node> = []
    /// The names that the description itself gives to types.
    private let declaredNames: Set<String>

    init(_ document: Document) {
        self.document = document
        places = PlaceNames(document)
        var used: Set<String> = []
        var names: [Node: String] = [:]
        for (name, schema) in document.components.schemas where !schema.isReference || schema.addsToReference {
            // Two keys can be one name in two spellings of Unicode.
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

    /// Whether a schema has a name already, by which its type is referred to.
    func hasName(_ node: Node) -> Bool { componentNames[node] != nil || ids[node] != nil }

    func isUsed(_ name: String) -> Bool { usedNames.contains(name) }

    /// Whether the description itself gives a type its name.
    func isComponent(_ id: TypeID) -> Bool { declaredNames.contains(id.name) }

    /// Gives an inline schema a name, so that its type is declared once for all places that use it.
    mutating func declareOnce(_ node: Node, as name: String) {
        componentNames[node] = unusedID(near: name).name
        inlineTargets.insert(node)
    }

    /// An unused id, which is the name asked for or one with a number behind it.
    mutating func unusedID(near name: String) -> TypeID { TypeID(usedNames.insertUnused(name)) }

    /// The type that a schema with a place of its own declares, or the type of the schema to which it refers.
    mutating func reference(to schema: Schema) -> TypeID? {
        document.declaration(of: schema.node).map { id(of: $0) }
    }

    /// The type that the schema at a node declares.
    mutating func id(of target: Node) -> TypeID {
        if let known = ids[target] { return known }
        let id = componentNames[target].map { TypeID($0) } ?? unusedID(near: places.name(of: target, isUsed: isUsed))
        ids[target] = id
        queue.append(Waiting(schema: Schema(node: target, document: document), id: id))
        return id
    }

    /// The type of a schema without the schemas that extend it.
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

    /// Takes the next schema that waits to be declared.
    mutating func next() -> Waiting? { queue.popLast() }

    mutating func add(_ declaration: TypeDeclaration) { types.append(declaration) }

    /// Adds assertions to a type that has been declared.
    mutating func add(_ constraints: Constraints, to id: TypeID) {
        guard let index = types.lastIndex(where: { $0.id == id }) else { return }
        types[index].constraints.assertions += constraints.assertions
    }

    mutating func note<Result>(_ change: (inout Notes) -> Result) -> Result { change(&notes) }

    // MARK: Transactions

    /// The declarations at a time.
    struct Mark {
        fileprivate var types: Int
        fileprivate var queue: Int
    }

    var mark: Mark { Mark(types: types.count, queue: queue.count) }

    /// Takes back what was declared and referred to since `mark`, with the names and the notes that belong to it.
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
    /// Inserts a name, or the first name with a number behind it that is not in the set.
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
