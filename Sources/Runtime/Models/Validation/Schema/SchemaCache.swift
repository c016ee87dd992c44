import Dispatch

/// The compiled constraints of parameters and bodies. Each is compiled once, because it is checked in each request.
final class SchemaCache: @unchecked Sendable {
    static let shared = SchemaCache()

    /// Equal texts of two APIs may have the same address, but name other models.
    private struct Key: Hashable {
        let address: UInt
        let references: [ObjectIdentifier]
        let name: String
    }

    private let lock = DispatchSemaphore(value: 1)
    private var schemas: [Key: Schema] = [:]

    /// Returns the schema of constraints.
    ///
    /// - Parameters:
    ///   - references: The models that the constraints refer to.
    ///   - name: The name at the beginning of the violations' schema pointers.
    /// - Throws: The error of constraints that cannot be read.
    func schema(
        of constraints: StaticString, references: [any JSONCodable.Type], name: String
    ) throws -> Schema {
        let key = unsafe Key(
            address: UInt(bitPattern: constraints.utf8Start), references: references.map { ObjectIdentifier($0) },
            name: name)
        lock.wait()
        defer { lock.signal() }
        if let schema = schemas[key] { return schema }
        let text = unsafe [UInt8](
            UnsafeBufferPointer(start: constraints.utf8Start, count: constraints.utf8CodeUnitCount))
        var models: [String: Shape] = [:]
        for type in references { models["\(type)"] = ShapeCache.shared.shape(of: type) }
        let schema = try SchemaCompiler.compile(
            JSON.decode(JSONValue.self, from: text), name: "#/\(name)", models: models)
        schemas[key] = schema
        return schema
    }
}
