import ApusYAMLSource

extension ConfigurationReader {
    /// Reads the folder of generated tests. `true` means the one beside the code, where SwiftPM expects it:
    /// `Tests/PetsTests/Generated` in the package whose `Sources/Pets` has the output.
    mutating func tests(_ node: Node?, output: String?) -> String? {
        guard let node, node.boolean != false else { return nil }
        guard node.boolean == true else { return folder(node) }
        // The target's folder is below `Sources`.
        var parts = (output ?? "").split(separator: "/", omittingEmptySubsequences: false)
        if let sources = parts.lastIndex(of: "Sources"), sources + 1 < parts.count {
            let target = parts[sources + 1]
            parts.removeSubrange(sources...)
            return PathName.normalized((parts + ["Tests", target + "Tests", "Generated"]).joined(separator: "/"))
        }
        refuse(
            node, "`true` needs an `output` within a target's folder in `Sources`",
            help: "write the folder of the tests, such as `tests: Tests/PetsTests/Generated`")
        return nil
    }
}
