#if LoopbackTests
import HTTPTypes
import LoopbackSupport
import Testing

/// Expects a request to be equal to this one, byte for byte.
///
/// - Parameters:
///   - line: The method and the request target.
///   - fields: All header fields except those that HTTP libraries add.
func expect(
    _ request: SeenRequest?, is line: String, _ fields: [String: String], _ body: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let request = try #require(request, sourceLocation: sourceLocation)
    #expect("\(request.method) \(request.target)" == line, sourceLocation: sourceLocation)
    #expect(String(decoding: request.body, as: UTF8.self) == body, sourceLocation: sourceLocation)
    #expect(request.headers[.contentLength] == String(body.utf8.count), sourceLocation: sourceLocation)
    let seen = request.headers.filter { !librariesOwn.contains($0.name) }
    // The names of fields are case-insensitive, and libraries change their case.
    #expect(
        seen.map { "\($0.name.canonicalName): \($0.value)" }.sorted()
            == fields.map { "\($0.key.lowercased()): \($0.value)" }.sorted(),
        sourceLocation: sourceLocation)
}

/// The header fields that the transports' HTTP libraries add to each request.
private let librariesOwn: Set<HTTPField.Name> = [
    HTTPField.Name("Host")!, .userAgent, .acceptEncoding, .acceptLanguage, .connection, .contentLength,
]

/// Statuses that no operation of these APIs declares.
let undocumentedStatuses = [402, 409, 418]
#endif
