import ApusAPIModel

/// The assignment of operations to files in the readable layout.
///
/// Operations with the same tag share an extension of the client, because a file costs the compiler about as much as
/// two small types. An operation without a tag has a separate file, and so does each operation of a large tag.
struct OperationFiles {
    /// The largest number of operations in the file of a tag.
    private static let maximumOperations = 40

    /// The paths without the extension, by the operations' ids.
    private(set) var paths: [String: String] = [:]

    /// - Parameter owner: The client or the server that the operations belong to.
    init(_ operations: [Operation], names: ModuleNames, owner: String) {
        let tagPaths = operations.map { operation -> String? in
            let tag = operation.tags.first.map { Words($0).upperCamel } ?? ""
            return tag.isEmpty ? nil : "Operations/\(owner)+\(tag)"
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
