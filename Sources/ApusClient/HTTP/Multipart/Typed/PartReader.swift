import ApusModels

/// Reads one part of a multipart body, for the model that it becomes.
public struct PartReader: Sendable {
    let received: ReceivedPart
    /// Nil for a part that is not described.
    let description: DescribedPart?
    /// By its name; `tags/2` if it is the third one of an array.
    let pointer: String
    let options: PartOptions

    /// The part as it is.
    public var part: MultipartPart { received.part }
    /// The name in its `Content-Disposition`; empty if it has none.
    public var name: String { part.name ?? "" }
    public var headers: HeaderValues { HeaderValues(part.headers) }

    /// The part's value: a file, whose bytes are a stream; else what its text or its JSON says, all of which is read.
    ///
    /// - Parameters:
    ///   - constraints: the JSON Schema of the part, if it has one beyond its Swift type.
    ///   - references: the models that the constraints refer to.
    /// - Throws: ``MultipartError``, `ValidationError` if the value is to be validated, or what the body throws.
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
        var violations = constraints.map { value.violations(by: $0, references: references, name: name, pointer: "") }
            ?? value.violations()
        for index in violations.indices { violations[index].pointer = pointer + violations[index].pointer }
        if !violations.isEmpty { throw ValidationError(violations: violations) }
        return value
    }
}

/// How the parts of a body are read.
struct PartOptions: Sendable {
    /// Whether values are checked by the rules of the API description.
    var validates: Bool
    /// How many bytes a part may have that is no file.
    var maximumValueBytes: Int
}
