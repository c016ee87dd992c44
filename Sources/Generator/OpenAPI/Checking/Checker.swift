import ApusDiagnostics
import ApusYAMLSource

/// Checks a description against the grammar of its version and resolves its references.
///
/// Each object is visited once for each kind that it is used as. The targets of references wait in a queue, so that the
/// stack's depth follows the document's depth rather than the length of chains.
struct Checker {
    let version: SpecificationVersion
    let root: Node
    var sources: SourceSet
    var diagnostics = Diagnostics()
    /// The targets of objects with a `$ref` and of the values in discriminators' mappings.
    var targets: [Node: Node] = [:]
    /// The references in place of lists, maps and texts.
    var inPlace: Set<Node> = []
    /// The identifiers of documents and schemas.
    var identifiers = Identifiers()

    private var visited: Set<Visit> = []
    private var queue: [Visit] = []
    /// The resolved references by base and text, because many places refer to the same component.
    var resolved: [ReferenceKey: Target?] = [:]
    /// The references already reported as unresolvable. Several others may pass through one of them.
    var unresolvable: Set<Node> = []
    /// The number of names compared so far with those of missing targets.
    var comparisons = 0
    /// The number of references being followed within the pointers of others.
    var passages = 0
    var operationIDs: [String: Node] = [:]
    /// The operations that links refer to.
    var linkedOperations: [Node] = []
    /// The references in order, for the check of cycles.
    var references: [Node] = []
    /// Whether any schema has a `$dynamicRef`.
    var hasDynamicReferences = false
    /// The `$dynamicAnchor` names of the schemas whose `$dynamicRef` refers to one.
    var dynamicAnchors: [Node: String] = [:]
    /// The Paths Objects, for the comparison of templates with parameters.
    var pathMaps: [Node] = []

    struct Visit: Hashable {
        var node: Node
        var kind: ObjectKind
    }

    struct ReferenceKey: Hashable {
        var base: ResourceID
        var text: Spelling
        /// The kind for which names within the target are indexed.
        var kind: ObjectKind?
    }

    init(version: SpecificationVersion, root: Node, sources: SourceSet) {
        self.version = version
        self.root = root
        self.sources = sources
        identifiers.add(root, as: .file(root.file.path), kind: .document)
    }

    mutating func checkDocument() {
        check(root, as: .document)
        checkQueued()
        // The candidates of a dynamic reference may refer to more files, which may have more candidates.
        var count = -1
        while count != visited.count {
            count = visited.count
            enqueueDynamicCandidates()
            checkQueued()
        }
        resolveDynamicScopes()
        checkChains()
        checkPathParameters()
        checkLinkedOperations()
    }

    private mutating func checkQueued() {
        while let visit = queue.popLast() { check(visit.node, as: visit.kind) }
    }

    mutating func enqueue(_ node: Node, as kind: ObjectKind) { queue.append(Visit(node: node, kind: kind)) }

    private mutating func check(_ node: Node, as kind: ObjectKind) {
        guard visited.insert(Visit(node: node, kind: kind)).inserted else { return }
        let grammar = ObjectGrammar[kind]
        guard node.kind == .mapping else {
            if kind == .schema, node.kind == .boolean, version >= .v3_1 { return }
            diagnostics.error(
                .wrongType, "expected \(grammar.title.withArticle)", at: node.place,
                label: "this is \(node.kind.phrase)")
            return
        }
        if let reference = node[.reference], grammar.allowsReference || reference.kind == .string {
            if !grammar.allowsReference { reportMisplaced(reference, insteadOf: grammar.title.withArticle) }
            follow(reference, of: node, as: kind)
            if checkSiblings(of: reference, in: node, kind: kind, grammar: grammar) == .done { return }
        }
        let start = diagnostics.all.count
        for entry in node.entries { check(entry, in: node, kind: kind, grammar: grammar) }
        for name in grammar.required where node[name] == nil {
            diagnostics.error(.missingField, "the \(grammar.title) has no `\(name)`", at: node.place, label: "here")
        }
        checkRules(of: node, kind: kind)
        if kind.isDocumentation { warnOfErrors(since: start) }
    }

    /// Turns errors about documentation into warnings, because they do not affect code.
    private mutating func warnOfErrors(since start: Int) {
        guard diagnostics.hasErrors else { return }
        let codes: Set<DiagnosticCode> = [.unknownField, .wrongType, .missingField, .invalidValue, .conflictingFields]
        for var diagnostic in diagnostics.withdraw(after: start) {
            if codes.contains(diagnostic.code) { diagnostic.severity = min(diagnostic.severity, .warning) }
            diagnostics.report(diagnostic)
        }
    }

    /// Fields that only document.
    private static let documentingFields: Set<String> = [
        "title", "summary", "description", "deprecated", "externalDocs", "examples", "xml", "termsOfService",
    ]

    private mutating func check(_ entry: Entry, in node: Node, kind: ObjectKind, grammar: ObjectGrammar) {
        if let field = grammar.fields[entry.key] {
            if !field.exists(in: version) { reportOtherVersion(entry, field: field, kind: kind, grammar: grammar) }
            let start = diagnostics.all.count
            defer { if Self.documentingFields.contains(entry.key) { warnOfErrors(since: start) } }
            if case .dynamicReference = field.type {
                followDynamically(entry.value, of: node)
            } else if !followInPlace(of: entry.value, field.type, name: entry.key) {
                check(entry.value, is: field.type, name: entry.key)
            }
        } else if grammar.allowsExtensions, entry.key.hasPrefix("x-") {
            return
        } else if let others = grammar.others {
            checkPatternedKey(entry, in: node, kind: kind)
            if followInPlace(of: entry.value, others, name: entry.key) { return }
            check(entry.value, is: others, name: entry.key)
        } else {
            reportUnknown(entry, in: node, kind: kind, grammar: grammar)
        }
    }

    mutating func check(_ node: Node, is type: FieldType, name: String) {
        switch type {
        case .any:
            return
        case .string:
            checkText(node, name)
        case .boolean:
            if node.kind != .boolean { mismatch(node, name, "`true` or `false`") }
        case .integer:
            if !node.isInteger { mismatch(node, name, "an integer") }
        case .number:
            if !node.isJSONNumber { mismatch(node, name, "a number") }
        case .oneOf(let values):
            if !values.contains(node.text) || node.kind == .sequence || node.kind == .mapping {
                diagnostics.error(
                    .invalidValue, "`\(name)` cannot be `\(node.text)`", at: node.place,
                    label: "one of \(values.joined(separator: ", "))",
                    help: Swagger2.advice(onValue: node.text, of: name) ?? suggestion(for: node.text, among: values))
            }
        case .list(let element, let minimum):
            if node.kind == .null, minimum == 0 { return reportNothing(node, name) }
            guard node.kind == .sequence else { return mismatch(node, name, "a list") }
            if node.elements.count < minimum {
                if case .object(.schema) = element {
                    diagnostics.warning(
                        .invalidValue, "`\(name)` must not be empty", at: node.place, label: "this has no effect")
                } else {
                    diagnostics.error(.invalidValue, "`\(name)` must not be empty", at: node.place)
                }
            }
            for item in node.elements { check(item, is: element, name: name) }
        case .map(let value):
            if node.kind == .null { return reportNothing(node, name) }
            guard node.kind == .mapping else { return mismatch(node, name, "a mapping") }
            for entry in node.entries where !(entry.key.hasPrefix("x-") && entry.value.kind != .mapping) {
                check(entry.value, is: value, name: entry.key)
            }
        case .object(let kind):
            check(node, as: kind)
        case .either(let first, let second):
            if first.matches(node) { return }
            check(node, is: second, name: name)
        case .schemaName:
            followSchemaName(node)
        case .typeNames:
            checkTypeNames(node)
        case .dialect:
            checkDialect(node)
        case .identifier:
            checkIdentifier(node)
        case .anchorName:
            checkAnchorName(node, keyword: name)
        case .dynamicReference:
            return
        }
    }

    /// Checks a text. Another scalar is taken as written.
    private mutating func checkText(_ node: Node, _ name: String) {
        switch node.kind {
        case .string: return
        case .sequence, .mapping: mismatch(node, name, "a string")
        case .null:
            if !Self.documentingFields.contains(name) { reportNothing(node, name) }
        case .boolean, .integer, .number:
            let text = name == "openapi" && node.text.split(separator: ".").count == 2 ? node.text + ".0" : node.text
            diagnostics.warning(
                .unquotedText, "`\(name)` must be a string; `\(node.text)` is used as one", at: node.place,
                label: node.reading,
                help: "write `\"\(text)\"`")
        }
    }

    /// Reports a key without a value, such as `parameters:`, which is read as empty.
    private mutating func reportNothing(_ node: Node, _ name: String) {
        diagnostics.warning(
            .wrongType, "`\(name)` has no value", at: node.place, help: "remove the key, or give it an empty value")
    }

    mutating func mismatch(_ node: Node, _ name: String, _ expected: String) {
        if name == "required", expected == "a list", node.kind == .boolean {
            // In JSON Schema draft 3, `required` was a Boolean of the property's schema.
            diagnostics.warning(
                .wrongType, "`required` of a schema must be a list", at: node.place, label: "this has no effect",
                help: "list the property's name in `required` of the object that has it")
            return
        }
        diagnostics.error(
            .wrongType, "`\(name)` must be \(expected)", at: node.place, label: node.reading, help: node.readingHelp)
    }
}

extension FieldType {
    /// Whether a value has this simple type.
    func matches(_ node: Node) -> Bool {
        switch self {
        case .boolean: node.kind == .boolean
        case .number: node.kind == .integer || node.kind == .number
        default: false
        }
    }
}
