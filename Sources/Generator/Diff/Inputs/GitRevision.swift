import ApusGeneration

/// A revision of the git repository of the current folder. It is read without a change of the working tree.
struct GitRevision {
    let name: String

    init(_ name: String) { self.name = name }

    /// Writes a file or a folder of the revision to a folder, with all YAML and JSON files that it may refer to.
    func extract(_ path: String, to folder: String) throws {
        // A revision that begins with a hyphen would be an option.
        if name.isEmpty || name.hasPrefix("-") { throw RunError.message("`\(name)` is not a revision", .usage) }
        let top = try run(["git", "rev-parse", "--show-toplevel"], in: folder)
        let revision = try run(
            ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"], in: folder)
        let archive = PathName.resolve(".archive.tar", in: folder)
        let files = try run(["git", "-C", top, "ls-tree", "-r", "--name-only", "-z", revision], in: folder)
        let wanted = files.split(separator: "\0").map(String.init).filter { file in
            path == "." || file == path || file.hasPrefix(path + "/")
                || [".yaml", ".yml", ".json"].contains { file.hasSuffix($0) }
        }
        guard wanted.contains(where: { path == "." || $0 == path || $0.hasPrefix(path + "/") }) else {
            throw RunError.message("\(name) has no \(path)", .usage)
        }
        for chunk in stride(from: 0, to: wanted.count, by: 500) {
            let part = wanted[chunk..<min(chunk + 500, wanted.count)].map { ":(literal)" + $0 }
            _ = try run(
                ["git", "-C", top, "archive", "--format=tar", "--output", archive, revision, "--"] + part, in: folder)
            _ = try run(["tar", "-xf", archive, "-C", folder], in: folder)
            try FileSystem.remove(archive)
        }
    }

    /// Runs a program and returns its output without the line break at the end.
    private func run(_ arguments: [String], in folder: String) throws -> String {
        let program = ChildProcess(arguments, scratch: folder)
        if program.status == 0 {
            return program.output.hasSuffix("\n") ? String(program.output.dropLast()) : program.output
        }
        if program.status < 0 { throw RunError.message("`\(arguments[0])` cannot be run", .failure) }
        let reason = program.errors.split(separator: "\n").first.map(String.init)
        throw RunError.message(
            "cannot read the revision `\(name)`: \(reason ?? "it is not a revision of this repository")", .usage)
    }
}
