public import ApusClient
public import ApusModels

// Bodies other than JSON, text and bytes.
extension ResponseForm {
    /// Returns the form of a response with a body of server-sent events.
    ///
    /// - Parameters:
    ///   - reading: The part of an event that holds the value.
    ///   - end: The data of the event that ends the stream, or `nil` if the stream just ends.
    public static func events<Element: JSONCodable>(
        _ status: ResponseStatus, _ type: Element.Type, reading: EventReading = .data, end: String? = nil,
        contentType: String = "text/event-stream", explodedHeaders: [String] = []
    ) -> ResponseForm {
        ResponseForm(status, contentType, OutgoingEvents<Element>.self, explodedHeaders) { events, context in
            let body = events.body(EventEncoder(reading: reading), end: end)
            return (body.steady(every: context.heartbeat, Array(":\n\n".utf8)), context.contentType)
        }
    }

    /// Returns the form of a response with a body of consecutive JSON values.
    public static func elements<Element: JSONCodable>(
        _ status: ResponseStatus, _ type: Element.Type, framing: JSONFraming, contentType: String,
        explodedHeaders: [String] = []
    ) -> ResponseForm {
        ResponseForm(status, contentType, JSONElements<Element>.self, explodedHeaders) { elements, context in
            if context.validates { for element in elements.elements ?? [] { try element.validate() } }
            // White space before a value is a part of its JSON text. Record separators in a row make no value (RFC 7464,
            // section 2.1).
            let beat: UInt8 = framing == .textSequence ? 0x1E : UInt8(ascii: " ")
            return (try elements.body(framing).steady(every: context.heartbeat, [beat]), context.contentType)
        }
    }

    /// Returns the form of a response with an `application/x-www-form-urlencoded` body.
    public static func form<Value: JSONCodable>(
        _ status: ResponseStatus, _ type: Value.Type, contentType: String = "application/x-www-form-urlencoded",
        style: ParameterStyle? = nil, encoding: StaticString? = nil, explodedHeaders: [String] = []
    ) -> ResponseForm {
        ResponseForm(status, contentType, type, explodedHeaders) { value, context in
            if context.validates { try value.validate() }
            let form = FormEncoder(encodings: try MemberEncodings(encoding, style: style))
            return (HTTPBody(try form.text(of: JSONValue(encoding: value))), context.contentType)
        }
    }

    /// Returns the form of a response with a multipart body that one object describes.
    public static func multipart<Value: JSONCodable>(
        _ status: ResponseStatus, _ type: Value.Type, contentType: String = "multipart/form-data",
        style: ParameterStyle? = nil, encoding: StaticString? = nil, explodedHeaders: [String] = []
    ) -> ResponseForm {
        ResponseForm(status, contentType, type, explodedHeaders) { value, context in
            if context.validates { try value.validate() }
            let encoder = MultipartEncoder(encodings: try MemberEncodings(encoding, style: style))
            return multipart(try encoder.parts(of: value), context)
        }
    }

    /// Returns the form of a response with any parts.
    public static func parts(
        _ status: ResponseStatus, _ contentType: String, explodedHeaders: [String] = []
    ) -> ResponseForm {
        ResponseForm(status, contentType, [MultipartPart].self, explodedHeaders) { parts, context in
            multipart(parts, context)
        }
    }

    private static func multipart(_ parts: [MultipartPart], _ context: Context) -> (HTTPBody, String) {
        let writer = MultipartWriter()
        return (writer.body(of: parts), "\(context.contentType); boundary=\(writer.boundary)")
    }
}
