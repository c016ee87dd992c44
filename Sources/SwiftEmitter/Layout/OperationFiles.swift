import APIModel

/// Which operations share a file of the readable layout.
///
/// Those with the same tag do, as an extension of the client that is named after the tag: each file costs the compiler
/// about as much as two small types. An operation without a tag, or whose tag many have, has a file of its own.
struct OperationFiles {
    /// How many operations a tag's file may have.
    private static let maximumOperations = 40

    /// Paths without the extension, by the operations' ids.
    private(set) var paths: [String: String] = [:]

    init(_ operations: [Operation], names: ModuleNames) {
        func path(of tag: String) -> String { "Operations/\(names.client)+\(Words(tag).upperCamel)" }
        var counts: [String: Int] = [:]
        for tag in operations.compactMap(\.tags.first) { counts[path(of: tag), default: 0] += 1 }
        for (operation, name) in zip(operations, names.operations) {
            if let path = operation.tags.first.map(path), counts[path]! <= Self.maximumOperations {
                paths[operation.id] = path
            } else {
                paths[operation.id] = "Operations/\(name.prefix(1).uppercased())\(name.dropFirst())"
            }
        }
    }
}
