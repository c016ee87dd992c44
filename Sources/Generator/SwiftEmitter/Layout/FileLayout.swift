import ApusFormat

/// Puts declarations into files.
struct FileLayout {
    let header: [String]
    let options: EmitterOptions
    let renderer: Renderer

    func files(_ declarations: [Declaration]) -> [GeneratedFile] {
        switch options.layout {
        case .readable: readable(declarations)
        case .shards(let count): shards(declarations, count)
        }
    }

    // MARK: Readable

    /// A file for each path that declarations have: families of types, operations, aliases and the client.
    private func readable(_ declarations: [Declaration]) -> [GeneratedFile] {
        var order: [String] = []
        var groups: [String: [Declaration]] = [:]
        for declaration in declarations {
            let path = declaration.file
            if groups[path] == nil { order.append(path) }
            groups[path, default: []].append(declaration)
        }
        // A module cannot have two files of one name, even in different folders. Some file systems ignore case.
        var names: Set<String> = []
        return order.map { path in
            let file = prefixed(path)
            var name = file
            var number = 1
            while !names.insert(baseName(name).lowercased()).inserted {
                number += 1
                name = file.hasPrefix("Operations/") && number == 2 ? file + "Operation" : file + "\(number)"
            }
            return self.file(name, inOrder(groups[path]!, of: baseName(path)))
        }
    }

    /// Returns the declarations. The file's namesake comes first.
    private func inOrder(_ declarations: [Declaration], of name: Substring) -> [Declaration] {
        func leads(_ declaration: Declaration) -> Bool { declaration.kind == .operation || declaration.name == name }
        return declarations.filter(leads) + declarations.filter { !leads($0) }
    }

    /// Returns the path with the prefix before the file's name. Names that derive from types have it already.
    private func prefixed(_ path: String) -> String {
        let name = baseName(path)
        return name.hasPrefix(options.prefix) ? path : path.dropLast(name.count) + options.prefix + name
    }

    private func baseName(_ path: String) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    }

    // MARK: Shards

    private func shards(_ declarations: [Declaration], _ count: Int) -> [GeneratedFile] {
        var shards = [[Declaration]](repeating: [], count: count)
        var client: [Declaration] = []
        for declaration in declarations {
            switch declaration.kind {
            case .type, .alias: shards[Self.shard(declaration.name, of: count)].append(declaration)
            case .client, .server, .operation: client.append(declaration)
            }
        }
        return shards.enumerated().map { number, declarations in
            file(options.prefix + "Models\(number < 10 ? "0" : "")\(number)", declarations)
        } + [file(options.prefix + "Client", client)]
    }

    // MARK: A file

    private func file(_ name: String, _ declarations: [Declaration]) -> GeneratedFile {
        let runtime = declarations.map(\.runtime).max() ?? .none
        let view = FileView(
            header: header, imports: imports(declarations), format: runtime == .none ? nil : GeneratedFormat.typeName,
            declarations: declarations.map { FileView.Declaration(text: $0.text) })
        return GeneratedFile(name: name + ".swift", contents: renderer.render(view, with: "file") + "\n")
    }

    private func imports(_ declarations: [Declaration]) -> [String] {
        // Public declarations need a public import where imports are internal by default. An internal import has no
        // level, because the files of a module must agree on it where imports are public by default.
        let level =
            switch options.access {
            case .internal: ""
            case .package where declarations.allSatisfy(\.isEnumeration): "internal "
            case .package, .public: options.access.rawValue + " "
            }
        var modules = Set(declarations.compactMap(\.module))
        let uses = declarations.map(\.runtime)
        modules.formUnion(runtime(uses.filter { $0 != .server }.max() ?? .none))
        if uses.contains(.server) { modules.insert("ApusServer") }
        if let transport = options.defaultTransport, declarations.contains(where: { $0.kind == .client }) {
            modules.insert(transport.module)
        }
        return modules.sorted().map { "\(level)import \($0)" }
    }

    /// The module of the runtime that a file imports. All files of a client import the same one.
    private func runtime(_ use: RuntimeUse) -> [String] {
        switch use {
        case .none: []
        case .models: [options.parts.contains(.client) ? "ApusRuntime" : "ApusModels"]
        case .client: ["ApusRuntime"]
        case .server: ["ApusServer"]
        }
    }

    /// The shard of a type: FNV-1a of its name, which is the same on every machine.
    private static func shard(_ name: String, of count: Int) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x100_0000_01b3
        }
        return Int(hash % UInt64(count))
    }
}
