import ApusAPIModel

/// The state of a comparison: the changes found so far, and the types to compare.
struct Comparison {
    let old: Side
    let new: Side
    private(set) var changes: [Change] = []
    private var positions: [Key: Int] = [:]
    /// The pairs of types that were reached, with the direction of each visit.
    private var reached: Set<Visit> = []
    private var pending: [Visit] = []

    init(old: Side, new: Side) {
        self.old = old
        self.new = new
    }

    /// The part of both descriptions that is compared.
    struct Site {
        /// The part's name in messages.
        var name: String
        var old: Origin?
        var new: Origin?
    }

    /// The facts that make two reports the same change.
    private struct Key: Hashable {
        var code: ChangeCode
        var message: String
        var old: String?
        var new: String?
    }

    private struct Visit: Hashable {
        var old: TypeID
        var new: TypeID
        var direction: UInt8
    }

    // MARK: Reporting

    /// Adds a change, or adds its verdicts to an equal one in another direction.
    ///
    /// - Parameters:
    ///   - narrows: The verdict on what senders of the old description send.
    ///   - widens: The verdict on what senders of the new description send.
    ///   - source: Why the change breaks Swift source.
    mutating func report(
        _ code: ChangeCode, _ message: String, at site: Site, _ direction: Direction = [], narrows: Verdict = .safe,
        widens: Verdict = .safe, source: String? = nil
    ) {
        let isSent = direction.contains(.request)
        let isReceived = direction.contains(.response)
        let clients = max(isSent ? narrows : .safe, isReceived ? widens : .safe)
        let servers = max(isSent ? widens : .safe, isReceived ? narrows : .safe)
        let key = Key(
            code: code, message: message, old: site.old.map { $0.filePath + $0.pointer },
            new: site.new.map { $0.filePath + $0.pointer })
        guard let position = positions[key] else {
            positions[key] = changes.count
            changes.append(
                Change(
                    code: code, message: message, old: site.old, new: site.new, clients: clients, servers: servers,
                    sourceReason: source, direction: direction))
            return
        }
        changes[position].clients = max(changes[position].clients, clients)
        changes[position].servers = max(changes[position].servers, servers)
        changes[position].sourceReason = changes[position].sourceReason ?? source
        changes[position].direction.formUnion(direction)
    }

    // MARK: Types to compare

    /// Compares two declared types later, once for each direction.
    mutating func visit(_ a: TypeID, _ b: TypeID, _ direction: Direction) {
        let visit = Visit(old: a, new: b, direction: direction.rawValue)
        if reached.insert(visit).inserted { pending.append(visit) }
    }

    /// Compares all types that were reached. A list instead of recursion, because chains of types can be long.
    mutating func comparePendingTypes() {
        var next = 0
        while next < pending.count {
            let visit = pending[next]
            next += 1
            if let a = old.types[visit.old], let b = new.types[visit.new] {
                compareDeclarations(a, b, Direction(rawValue: visit.direction))
            }
        }
        pending = []
    }

    /// Compares the types that no operation reaches, and reports components without a counterpart.
    ///
    /// In a description without operations, all types may be sent in both directions. Otherwise, they only affect source.
    mutating func compareOtherTypes() {
        let seen = Set(reached.map(\.old))
        let direction: Direction =
            old.api.operations.isEmpty && new.api.operations.isEmpty ? [.request, .response] : []
        for declaration in old.api.types {
            if new.types[declaration.id] != nil {
                if !seen.contains(declaration.id) { visit(declaration.id, declaration.id, direction) }
            } else if declaration.isComponent {
                report(
                    .typeRemoved, "the type `\(declaration.id.name)` was removed",
                    at: Site(name: declaration.id.name, old: declaration.origin, new: nil),
                    source: "nothing has the name of the type")
            }
        }
        comparePendingTypes()
    }
}

/// Returns the reason and clears it, so that only one change reports it.
func take(_ reason: inout String?) -> String? {
    defer { reason = nil }
    return reason
}
