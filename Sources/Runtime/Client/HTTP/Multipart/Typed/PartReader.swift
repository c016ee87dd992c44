import ApusModels

/// Reads one part of a multipart body for its generated type.
public struct PartReader: Sendable {
    let received: ReceivedPart
    /// `nil` for a part that is not described.
    let description: DescribedPart?
    /// The pointer from the body: the part's name, followed by an index for elements of an array, such as `/tags/2`.
    let pointer: String
    let options: PartOptions

    /// The part without its type.
    public var part: MultipartPart { received.part }
    /// The name in the `Content-Disposition` field, or empty if there is none.
    public var name: String { part.name ?? "" }
    public var headers: HeaderValues { HeaderValues(part.headers) }

    /// Returns the part's value. A file is streamed. Other values are read completely and decoded.
    ///
    /// - Parameters:
    ///   - constraints: The JSON Schema of the part beyond its Swift type.
    ///   - references: The models that the constraints refer to.
    /// - Throws: ``MultipartError``, `ValidationError` if values are validated, or the error of the body.
    public func value<Value: JSONCodable>(
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) async throws -> Value {
        let content = PartContent(received, description)
        if description?.form == .file, let file = try content.file() as? Value { return file }
        let json = try await content.json(upTo: options.maximumValueBytes)
        let value: Value
        do {
            value = try JSON.decode(from: json)
        } catch {
            throw received.failure(.json(error))
        }
        guard options.validates else { return value }
        var violations =
            constraints.map { value.violations(by: $0, references: references, name: name, pointer: "") }
            ?? value.violations()
        for index in violations.indices { violations[index].pointer = pointer + violations[index].pointer }
        if !violations.isEmpty { throw ValidationError(violations: violations) }
        return value
    }
}

/// The options for reading the parts of a body.
struct PartOptions: Sendable {
    /// Whether values are validated against the API description.
    var validates: Bool
    /// The maximum size of a part that is not a file, in bytes.
    var maximumValueBytes: Int
}
