import ApusExamples
import ApusModels
import Dispatch

/// The schemas of all types of which values were made.
final class TypeSchemaCache: @unchecked Sendable {
    static let shared = TypeSchemaCache()

    private let lock = DispatchSemaphore(value: 1)
    private var known: [ObjectIdentifier: (schemas: ExampleSchemas, root: JSONValue)] = [:]

    /// Returns the schema of a type, and the definitions that it refers to.
    func schemas(of type: any JSONCodable.Type) -> (schemas: ExampleSchemas, root: JSONValue) {
        lock.wait()
        defer { lock.signal() }
        if let known = known[ObjectIdentifier(type)] { return known }
        var writer = TypeSchemas()
        let root = writer.schema(of: type)
        let made = (ExampleSchemas(writer.definitions), root)
        known[ObjectIdentifier(type)] = made
        return made
    }
}
