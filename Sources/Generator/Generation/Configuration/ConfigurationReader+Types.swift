import ApusDiagnostics
import ApusSwiftEmitter
import ApusYAMLSource

/// A component schema and the user's type for it.
struct TypeOverride: Sendable {
    /// The key under `components/schemas`.
    var schema: String
    var type: ExternalType
    /// The place of the setting.
    var place: Place
}

extension ConfigurationReader {
    mutating func types(_ node: Node?) -> [TypeOverride] {
        guard let node, isMapping(node) else { return [] }
        return node.entries.compactMap { entry in
            externalType(entry.value).map { TypeOverride(schema: entry.key, type: $0, place: entry.keyNode.place) }
        }
    }

    /// Reads a type's name: `Type` or `Module.Type`.
    private mutating func externalType(_ node: Node) -> ExternalType? {
        guard let text = string(node) else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy(SwiftIdentifier.isValid) else {
            refuse(node, "`\(text)` is not the name of a Swift type", help: "write `Type` or `Module.Type`")
            return nil
        }
        if parts.count == 1 { return ExternalType(name: text) }
        return ExternalType(module: parts[0], name: parts.dropFirst().joined(separator: "."))
    }
}
