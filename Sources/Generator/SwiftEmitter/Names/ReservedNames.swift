/// Names that a generated declaration cannot take.
enum ReservedNames {
    /// Names that keep their meaning after a dot or in a type's scope, even in backticks.
    static let members: Set<String> = ["init", "self", "Self", "Type", "Protocol", "_", "dynamicType"]

    /// Members of every generated type.
    static let model: ReservedMembers = [
        "wire", "validate", "visit", "encode", "decode", "hash", "hashValue", "additionalProperties",
        "unrecognizedMembers",
    ]

    static let enumeration: ReservedMembers = [
        "rawValue", "allCases", "unrecognized", "encode", "decode", "hash", "hashValue", "validate", "unionTable",
        "visit",
        "none",
        "some", "RawValue", "AllCases",
    ]

    /// The cases of parts that the description does not name, and members of their enums.
    static let parts: ReservedMembers = ["undocumented", "additional", "table", "Whole"]

    /// Cases that every operation's error has, and members of `Error`.
    static let operationError: ReservedMembers = [
        "invalidRequest", "undocumented", "transport", "decoding", "validation", "cancelled", "operationID",
        "localizedDescription", "hash", "hashValue",
    ]

    /// Names within an operation's method.
    static let operation: ReservedMembers = ["request", "core", "body", "accept"]

    /// Names within the code of a server's operation.
    static let serverOperation: ReservedMembers = ["request", "body", "accept"]

    /// The labels of a response's case that are not header fields.
    static let response: ReservedMembers = ["body", "status"]

    /// Static members of a client.
    static let client: ReservedMembers = ["server", "serverPath", "defaultServer", "defaultServerPath", "core"]

    /// Names within the initializer of a client.
    static let clientInitializer: ReservedMembers = [
        "server", "serverPath", "transport", "configuration", "credentials", "core",
    ]

    /// The types that generated code or its users name, and modules.
    static let types: Set<String> = standardLibrary.union(runtime).union([
        "Swift", "Foundation", "FoundationEssentials", "ApusModels", "ApusClient", "ApusRuntime", "ApusURLSession",
        "ApusAsyncHTTPClient", "ApusServer", "ApusHummingbird", "HTTPTypes",
    ])

    /// The public types of `ApusServer` and its transports, which only servers use. A test checks that the list is
    /// complete.
    static let server: Set<String> = [
        "AuthenticationError", "DocumentedFailure", "HummingbirdTransport", "InMemoryTransport", "OperationRequest",
        "OutgoingEvents", "RequestContent", "RequestValue", "ResponseForm", "ServerConfiguration", "ServerError",
        "ServerFailure", "ServerMiddleware", "ServerOperation", "ServerOutcome", "ServerOutput", "ServerRefusal",
        "ServerReply", "ServerRequest", "ServerResponder", "ServerRouter", "ServerSecurityScheme", "ServerTransport",
        "WebhookError", "WebhookReceiver", "WebhookSender",
    ]

    private static let standardLibrary: Set<String> = [
        "Actor", "Any", "AnyHashable", "AnyKeyPath", "AnyObject", "AnySequence", "Array", "ArraySlice", "AsyncSequence",
        "AsyncStream", "Bool", "CaseIterable", "Character", "Clock", "ClosedRange", "Codable", "CodingKey",
        "Collection",
        "Comparable", "Data", "Date", "Decodable", "Decoder", "Dictionary", "Double", "Duration", "Encodable",
        "Encoder",
        "Equatable", "Error", "Float", "Float16", "Hashable", "Hasher", "Identifiable", "Int", "Int128", "Int16",
        "Int32",
        "Int64", "Int8", "Iterator", "KeyPath", "MainActor", "Mirror", "Never", "Optional", "Protocol", "Range",
        "RawRepresentable", "Result", "Self", "Sendable", "Sequence", "Set", "StaticString", "String", "Substring",
        "Task",
        "Type", "UInt", "UInt128", "UInt16", "UInt32", "UInt64", "UInt8", "Unicode", "Void",
    ]

    /// The public types of the runtime and its transports. A test checks that the list is complete.
    static let runtime: Set<String> = [
        "AsyncHTTPClientTransport",
        "Base64Data",
        "CalendarDate", "CannedTransport",
        "CircuitBreaker", "CircuitOpenError", "ClientConfiguration", "ClientCore", "ClientMiddleware",
        "ClientRequest", "ClientResponse",
        "ClientTransport", "ClosedEnum", "Credential", "CredentialContext", "CredentialSource",
        "DateTime", "Decimal", "DecodingFailure", "DefaultValue", "DescribedPart",
        "ErrorResponse", "EventReading", "EventStream", "FieldLines", "ForeignPageError",
        "GeneratedFormat1", "GeneratedFormat2", "GeneratedFormat3", "GeneratedFormat4",
        "HTTPBody", "HTTPBodyError", "HeaderError", "HeaderValues",
        "Indirect",
        "JSON", "JSONCodable", "JSONDecimal", "JSONDecodingOptions", "JSONElements", "JSONEncodingOptions",
        "JSONError", "JSONFraming", "JSONNever", "JSONNull", "JSONObject", "JSONReader", "JSONScalar",
        "JSONSequence", "JSONSequenceEncoder", "JSONStringConvertible", "JSONValue", "JSONWriter",
        "ModelRule", "MultipartError", "MultipartFile", "MultipartLimits", "MultipartPart", "MultipartPartModel",
        "MultipartParts", "MultipartSequence", "MultipartWebhookDecoder",
        "NoBody",
        "OAuthFlow", "OAuthScheme", "ObjectModel", "ObjectTable", "OpenEnum", "OperationError",
        "PageFact", "PageItems", "PageToken", "PagedItems", "Pages", "ParameterError", "ParameterStyle", "PartReader",
        "PartTable",
        "Presence", "ReadOnlyMembers",
        "RepeatedPageToken", "RequestError", "RequestSummary", "ResponseCase", "ResponseHeaders", "ResponseStatus",
        "RetryBudget", "RetryClock",
        "RetryPolicy",
        "RuleOperators",
        "ServerSentEvent", "ServerSentEventError", "ServerSentEvents", "ServerURL",
        "TimeoutError", "TransientError", "TransferProgress", "TransportFailure", "TupleModel", "TupleTable",
        "TypedEvent", "TypedEvents",
        "URL", "URLSessionTransport", "UUID", "UndocumentedResponse", "UnionModel", "UnionTable",
        "ValidationError", "ValidationOptions", "VariantVisitor", "Violation",
        "WebhookDecoder", "WireState",
    ]
}

/// The names that no member of one kind of scope can have: its own, and those reserved in every scope.
struct ReservedMembers: ExpressibleByArrayLiteral {
    let names: Set<String>

    init(arrayLiteral own: String...) { names = ReservedNames.members.union(own) }
}
