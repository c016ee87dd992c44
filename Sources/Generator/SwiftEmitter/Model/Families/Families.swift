import ApusAPIModel

/// The assignment of types to files in the readable layout.
///
/// A type described within a component or an operation shares its file. So does a small component that only one other
/// component mentions. Few files compile faster than many.
///
/// The types of another file of the description share a file that is named after it.
struct Families {
    /// The largest number of members of a component in another one's file.
    private static let maximumMembers = 12

    private let names: ModuleNames
    private let hasClient: Bool
    /// The path of the description's own file.
    private let rootFile: String?
    private var components: [String: TypeDeclaration] = [:]
    /// The paths of operations' files, without the extension, by the operations' ids.
    let operations: [String: String]
    let serverOperations: [String: String]
    /// The component with a file, by each component in that file.
    private var hosts: [TypeID: TypeID] = [:]

    init(_ api: API, _ names: ModuleNames, _ options: EmitterOptions) {
        self.names = names
        hasClient = options.parts.contains(.client)
        rootFile = api.file
        operations = OperationFiles(api.operations, names: names, owner: names.client).paths
        serverOperations = OperationFiles(api.operations, names: names, owner: names.server).paths
        for declaration in api.types where declaration.nameHints.count == 1 {
            components[declaration.nameHints[0]] = declaration
        }
        hosts = Self.outermost(of: findHosts(in: api))
    }

    /// The path of a type's file, without the extension.
    func file(of declaration: TypeDeclaration) -> String {
        if let path = describedFile(of: declaration) { return path }
        guard let root = root(of: declaration) else {
            if hasClient, let hint = declaration.nameHints.first, let file = operations[hint] {
                return file
            }
            return path(of: declaration.id)
        }
        return path(of: hosts[root] ?? root)
    }

    /// Returns the path for a component in another file than the description's own, and for the types within it.
    func describedFile(of declaration: TypeDeclaration) -> String? {
        guard let hint = declaration.nameHints.first, let file = components[hint]?.origin.filePath, let rootFile,
            file != rootFile
        else { return nil }
        let name = file.split(separator: "/").last ?? ""
        let words = Words(String(name.prefix { $0 != "." })).upperCamel
        return words.isEmpty ? nil : "Models/" + words
    }

    private func path(of id: TypeID) -> String { "Models/\(names.type(id))" }

    /// Returns the component that contains the type's schema. For a component, that is the type itself.
    private func root(of declaration: TypeDeclaration) -> TypeID? {
        declaration.nameHints.first.flatMap { components[$0]?.id }
    }

    private func findHosts(in api: API) -> [TypeID: TypeID] {
        let named = Set(api.mentionedByRequests + api.mentionedByResponses)
        // `nil` represents users that have no file among the models.
        var users: [TypeID: Set<TypeID?>] = [:]
        for declaration in api.types {
            let user = isAlias(declaration) ? nil : root(of: declaration)
            for id in declaration.mentions where id != user { users[id, default: []].insert(user) }
        }
        var result: [TypeID: TypeID] = [:]
        for declaration in components.values where !named.contains(declaration.id) {
            guard let users = users[declaration.id], users.count == 1, let host = users.first ?? nil,
                memberCount(declaration) <= Self.maximumMembers
            else { continue }
            result[declaration.id] = host
        }
        return result
    }

    /// Returns the last component of each chain of hosts. Each component of a cycle has its own file.
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
