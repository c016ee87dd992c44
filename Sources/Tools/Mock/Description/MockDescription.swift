import ApusClient
import ApusModels
import ApusOpenAPI
import ApusServer
import ApusYAMLSource

/// The operations of a description, as far as a mock needs them.
struct MockDescription {
    var title: String
    var basePaths: [String]
    var operations: [MockOperation]
    var security: [ServerSecurityScheme]
    /// The schemas of what clients send.
    var requests: SchemaSet
    /// The schemas of what clients receive.
    var responses: SchemaSet
}

/// An operation of a description.
struct MockOperation: Sendable {
    var id: String
    var method: String
    var path: String
    /// The paths of the servers of the operation or its path item, or `nil` for those of the description.
    var basePaths: [String]?
    var parameters: [SchemaParameter]
    /// The names of the parameters' schemas, in their order.
    var parameterSchemas: [String]
    var bodies: [SchemaContent]
    /// The names of the bodies' schemas, in their order. `nil` means any value.
    var bodySchemas: [String?]
    var isBodyRequired: Bool
    var responses: [MockResponse]
    var security: [[ServerOperation.SecurityRequirement]]

    /// Returns the most specific response for a status: its own, that of its range, or the default.
    func response(to status: Int) -> MockResponse? {
        let names = ["\(status)", "\(status / 100)XX", "default"]
        return names.lazy.compactMap { name in responses.first { $0.status == name } }.first
    }
}

/// A response of an operation.
struct MockResponse: Sendable {
    struct Header: Sendable {
        var name: String
        var schema: String
        var isRequired: Bool
    }

    /// A status, a range such as `4XX`, or `default`.
    var status: String
    var contents: [MockContent]
    var headers: [Header]

    /// The status that is sent, if no other is asked for.
    var code: Int {
        if let code = Int(status) { return code }
        return status.first.flatMap { Int(String($0)) }.map { $0 * 100 } ?? 500
    }

    var isSuccess: Bool { status.hasPrefix("2") }
}

/// A body of a response in one media type.
struct MockContent: Sendable {
    enum Coding: Sendable { case json, events, lines, form, text, bytes }

    var mediaType: String
    var coding: Coding
    /// The name of the schema, of the items in a stream.
    var schema: String?
    /// The examples of the description. The name of a single `example` is empty.
    var examples: [(name: String, value: JSONValue)]

    var isPlainText: Bool { MediaType(mediaType)?.essence == "text/plain" }
}
