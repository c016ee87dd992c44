import ApusAPIModel

/// Which types share a file of the readable layout.
///
/// A type that is described within a component or an operation stands beside it. So does a small component that
/// nothing but one other component names, as one would write it by hand: few files compile faster than many.
struct Families {
    /// How many members a component may have to stand in another one's file.
    private static let maximumMembers = 12

    private let catalog: Catalog
    private var components: [String: TypeID] = [:]
    /// The paths of operations' files, without the extension, by the operations' ids.
    let operations: [String: String]
    /// The component in whose file another one stands, which has a file of its own.
    private var hosts: [TypeID: TypeID] = [:]

    init(_ catalog: Catalog) {
        self.catalog = catalog
        operations = OperationFiles(catalog.api.operations, names: catalog.names).paths
        for declaration in catalog.api.types where declaration.nameHints.count == 1 {
            components[declaration.nameHints[0]] = declaration.id
        }
        hosts = Self.outermost(of: findHosts())
    }

    /// The path of a type's file, without the extension.
    func file(of declaration: TypeDeclaration) -> String {
        guard let root = root(of: declaration) else {
            if catalog.options.parts.contains(.client), let hint = declaration.nameHints.first, let file = operations[hint] {
                return file
            }
            return "Models/\(catalog.typeName(declaration.id))"
        }
        return "Models/\(catalog.typeName(hosts[root] ?? root))"
    }

    /// The component that a type is described in, or is itself.
    private func root(of declaration: TypeDeclaration) -> TypeID? {
        declaration.nameHints.first.flatMap { components[$0] }
    }

    private func findHosts() -> [TypeID: TypeID] {
        let named = Set(catalog.api.mentionedByRequests + catalog.api.mentionedByResponses)
        // Nil stands for what has no file among the models.
        var users: [TypeID: Set<TypeID?>] = [:]
        for declaration in catalog.api.types {
            let user = isAlias(declaration) ? nil : root(of: declaration)
            for id in declaration.mentions where id != user { users[id, default: []].insert(user) }
        }
        var result: [TypeID: TypeID] = [:]
        for id in components.values where !named.contains(id) {
            guard let users = users[id], users.count == 1, let host = users.first ?? nil,
                let declaration = catalog.declarations[id], memberCount(declaration) <= Self.maximumMembers
            else { continue }
            result[id] = host
        }
        return result
    }

    /// The component at the end of each row of hosts; those in a row that has no end have a file each.
    private static func outermost(of hosts: [TypeID: TypeID]) -> [TypeID: TypeID] {
        var result: [TypeID: TypeID] = [:]
        for start in hosts.keys where result[start] == nil {
            var row: [TypeID] = []
            var seen: Set<TypeID> = []
            var last = start
            while result[last] == nil, let next = hosts[last], seen.insert(last).inserted {
                row.append(last)
                last = next
            }
            let isEndless = seen.contains(last) || result[last] == last
            for id in row { result[id] = isEndless ? id : result[last] ?? last }
        }
        return result
    }

    private func isAlias(_ declaration: TypeDeclaration) -> Bool {
        if case .alias = declaration.shape { true } else { false }
    }

    private func memberCount(_ declaration: TypeDeclaration) -> Int {
        switch declaration.shape {
        case .object(let object): object.properties.count
        case .enumeration(let enumeration): enumeration.cases.count
        case .union(let union): union.variants.count
        case .alias: 1
        }
    }
}
