import ApusGeneration

/// The folder of a package's target.
struct TargetFolder {
    let name: String
    let path: String

    /// Finds a target of the package in the current folder: by its name or, without a name, the only one.
    init(named name: String?) throws {
        let folders = FileSystem.kind(of: "Sources") == .folder ? try FileSystem.names(in: "Sources") : []
        let targets = folders.filter { FileSystem.kind(of: "Sources/\($0)") == .folder && !$0.hasPrefix(".") }
        if let name {
            guard targets.contains(name) || targets.isEmpty && !folders.isEmpty else {
                throw RunError.message("there is no folder Sources/\(name)", .usage)
            }
            self.name = name
            // A package with one target may have its files in `Sources` itself.
            path = targets.isEmpty ? "Sources" : "Sources/\(name)"
            return
        }
        guard targets.count == 1 else {
            let list = targets.isEmpty ? "" : ": \(targets.joined(separator: ", "))"
            throw RunError.message("choose the target with `--target NAME`\(list)", .usage)
        }
        self.name = targets[0]
        path = "Sources/\(targets[0])"
    }
}
