import Dispatch

/// The schemas under `$defs` of a JSON Schema (2020-12), for values that have no Swift type.
///
/// A schema is compiled when a value is checked against it for the first time.
package final class SchemaDocument: @unchecked Sendable {
    // Protected by the lock.
    private var compiler: SchemaCompiler
    private var schemas: [String: Result<Schema, SchemaError>] = [:]
    private let lock = DispatchSemaphore(value: 1)

    /// - Throws: The reason why the document cannot be read.
    package init(_ json: JSONValue) throws { compiler = try SchemaCompiler(json) }

    /// Returns the violations of a schema under `$defs`.
    ///
    /// A schema that cannot be compiled is reported as a violation of the keyword `$schema`.
    package func violations(of value: JSONValue, by name: String) -> [Violation] {
        switch schema(name) {
        case .success(let schema): value.violations(of: schema)
        case .failure(let error):
            [
                Violation(
                    pointer: "", keyword: "$schema", schemaPointer: error.pointer, message: error.reason, value: "")
            ]
        }
    }

    private func schema(_ name: String) -> Result<Schema, SchemaError> {
        lock.wait()
        defer { lock.signal() }
        if let known = schemas[name] { return known }
        let result: Result<Schema, SchemaError>
        do throws(SchemaError) {
            result = .success(try compiler.schema(at: .init(tokens: ["$defs", name])))
        } catch {
            result = .failure(error)
        }
        schemas[name] = result
        return result
    }
}
