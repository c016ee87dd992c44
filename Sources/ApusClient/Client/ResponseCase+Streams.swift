import ApusModels

// Bodies that are read while they arrive; GeneratedCode.md has the table.

extension ResponseCase {
    /// A success with a body of server-sent events.
    public static func success<Element: JSONCodable>(
        _ status: ResponseStatus, events type: Element.Type, reading: EventReading = .data, end: String = "[DONE]",
        contentType: String = "text/event-stream", _ output: @escaping @Sendable (EventStream<Element>) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .stream) {
            let events = ServerSentEvents($0.stream, maximumEventBytes: $0.maximumElementSize)
            return .success(output(EventStream(events, reading: reading, end: end)))
        }
    }

    /// A success with a body of JSON values one after the other.
    public static func success<Element: JSONCodable>(
        _ status: ResponseStatus, elements type: Element.Type, framing: JSONFraming, contentType: String,
        _ output: @escaping @Sendable (JSONSequence<Element>) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .stream) {
            .success(output(JSONSequence($0.stream, framing: framing, maximumElementBytes: $0.maximumElementSize)))
        }
    }

    /// A success with a body of parts.
    public static func success(
        _ status: ResponseStatus, parts contentType: String,
        _ output: @escaping @Sendable (MultipartSequence) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .stream) {
            .success(output(MultipartSequence($0.stream, contentType: $0.contentType ?? contentType)))
        }
    }

    /// A success with a body of parts that are described.
    public static func success<Part: MultipartPartModel>(
        _ status: ResponseStatus, parts contentType: String, of part: Part.Type,
        _ output: @escaping @Sendable (MultipartParts<Part>) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .stream) {
            .success(
                output(
                    MultipartParts(
                        $0.stream, contentType: $0.contentType ?? contentType, validates: $0.validates,
                        maximumValueBytes: $0.maximumElementSize)))
        }
    }

    /// The only success with a body of server-sent events.
    public static func success<Element: JSONCodable>(
        _ status: ResponseStatus, events type: Element.Type, reading: EventReading = .data, end: String = "[DONE]",
        contentType: String = "text/event-stream"
    ) -> ResponseCase where Output == EventStream<Element> {
        success(status, events: type, reading: reading, end: end, contentType: contentType) { $0 }
    }

    /// The only success with a body of JSON values one after the other.
    public static func success<Element: JSONCodable>(
        _ status: ResponseStatus, elements type: Element.Type, framing: JSONFraming, contentType: String
    ) -> ResponseCase where Output == JSONSequence<Element> {
        success(status, elements: type, framing: framing, contentType: contentType) { $0 }
    }

    /// The only success with a body of parts that are described, which are read as they arrive.
    public static func success<Part: MultipartPartModel>(
        _ status: ResponseStatus, parts contentType: String, of part: Part.Type
    ) -> ResponseCase where Output == MultipartParts<Part> {
        success(status, parts: contentType, of: part) { $0 }
    }
}

extension ResponseCase where Output == MultipartSequence {
    /// The only success with a body of parts, which are read as they arrive.
    public static func success(_ status: ResponseStatus, parts contentType: String) -> ResponseCase {
        success(status, parts: contentType) { $0 }
    }
}
