import ApusAPIModel

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
        let tagPaths = operations.map { operation -> String? in
            let tag = operation.tags.first.map { Words($0).upperCamel } ?? ""
            return tag.isEmpty ? nil : "Operations/\(names.client)+\(tag)"
        }
        var counts: [String: Int] = [:]
        for path in tagPaths.compactMap(\.self) { counts[path, default: 0] += 1 }
        for ((operation, name), path) in zip(zip(operations, names.operations), tagPaths) {
            if let path, counts[path]! <= Self.maximumOperations {
                paths[operation.id] = path
            } else {
                paths[operation.id] = "Operations/\(Words(name.method).upperCamel)"
            }
        }
    }
}
