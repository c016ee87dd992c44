import ApusModels

// Streamed bodies. GeneratedCode.md has a table of these functions.

extension ResponseCase {
    /// Returns the case of a success with a body of server-sent events.
    public static func success<Element: JSONCodable>(
        _ status: ResponseStatus, events type: Element.Type, reading: EventReading = .data, end: String = "[DONE]",
        contentType: String = "text/event-stream", _ output: @escaping @Sendable (EventStream<Element>) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .stream) {
            let events = ServerSentEvents($0.stream, maximumEventBytes: $0.maximumElementSize)
            return .success(output(EventStream(events, reading: reading, end: end)))
        }
    }

    /// Returns the case of a success with a body of consecutive JSON values.
    public static func success<Element: JSONCodable>(
        _ status: ResponseStatus, elements type: Element.Type, framing: JSONFraming, contentType: String,
        _ output: @escaping @Sendable (JSONSequence<Element>) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .stream) {
            .success(output(JSONSequence($0.stream, framing: framing, maximumElementBytes: $0.maximumElementSize)))
        }
    }

    /// Returns the case of a success with a multipart body.
    public static func success(
        _ status: ResponseStatus, parts contentType: String,
        _ output: @escaping @Sendable (MultipartSequence) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .stream) {
            .success(output(MultipartSequence($0.stream, contentType: $0.contentType ?? contentType)))
        }
    }

    /// Returns the case of a success with a multipart body whose parts are described.
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

    /// Returns the case of the only success, with a body of server-sent events.
    public static func success<Element: JSONCodable>(
        _ status: ResponseStatus, events type: Element.Type, reading: EventReading = .data, end: String = "[DONE]",
        contentType: String = "text/event-stream"
    ) -> ResponseCase where Output == EventStream<Element> {
        success(status, events: type, reading: reading, end: end, contentType: contentType) { $0 }
    }

    /// Returns the case of the only success, with a body of consecutive JSON values.
    public static func success<Element: JSONCodable>(
        _ status: ResponseStatus, elements type: Element.Type, framing: JSONFraming, contentType: String
    ) -> ResponseCase where Output == JSONSequence<Element> {
        success(status, elements: type, framing: framing, contentType: contentType) { $0 }
    }

    /// Returns the case of the only success, with a multipart body whose parts are described.
    public static func success<Part: MultipartPartModel>(
        _ status: ResponseStatus, parts contentType: String, of part: Part.Type
    ) -> ResponseCase where Output == MultipartParts<Part> {
        success(status, parts: contentType, of: part) { $0 }
    }
}

extension ResponseCase where Output == MultipartSequence {
    /// Returns the case of the only success, with a multipart body.
    public static func success(_ status: ResponseStatus, parts contentType: String) -> ResponseCase {
        success(status, parts: contentType) { $0 }
    }
}
