/// A body in one media type.
public struct Content: Sendable {
    /// How the bytes are made from, or turned into, a value.
    public enum Coding: Sendable {
        case json(TypeUse)
        /// `application/x-www-form-urlencoded`: the members of an object as pairs of names and values.
        case form(TypeUse, [PropertyEncoding])
        /// The members of an object as parts, by their names (`multipart/form-data`); without a type, any parts.
        case multipart(TypeUse?, [PropertyEncoding])
        /// `text/event-stream`: a value an event. The event whose data is `end` ends the stream.
        case events(TypeUse, EventReading, end: String?)
        /// JSON values one after the other.
        case elements(TypeUse, ElementFraming)
        /// Text in UTF-8.
        case text
        /// Bytes as they are.
        case bytes
    }

    /// The media type or range as written, such as `application/json`.
    public var mediaType: String
    public var coding: Coding
    public var origin: Origin

    public init(mediaType: String, coding: Coding, origin: Origin) {
        self.mediaType = mediaType
        self.coding = coding
        self.origin = origin
    }

    /// The type whose values the content holds; nil for text and bytes.
    public var type: TypeUse? {
        switch coding {
        case .json(let use), .form(let use, _), .events(let use, _, _), .elements(let use, _): use
        case .multipart(let use, _): use
        case .text, .bytes: nil
        }
    }

    /// Whether it has elements that are received one by one.
    public var isStream: Bool {
        switch coding {
        case .events, .elements: true
        case .json, .form, .multipart, .text, .bytes: false
        }
    }
}

/// What of a server-sent event is its value.
public enum EventReading: String, Sendable {
    /// The data, which is JSON.
    case data
    /// The data, which is text.
    case text
    /// The whole event, as an object with `data`, `event`, `id` and `retry`.
    case event
}

/// How JSON values follow each other.
public enum ElementFraming: String, Sendable {
    /// A value a line.
    case lines
    /// RFC 7464.
    case textSequence
}

/// How one property of a form is written (OpenAPI's Encoding Object).
///
/// With neither `style`, `explode` nor `allowReserved`, a value is written by its content type: objects as JSON, scalars
/// as text, and an array as one pair an element.
public struct PropertyEncoding: Hashable, Sendable {
    /// The property's name on the wire.
    public var property: String
    public var contentType: String?
    public var style: Parameter.Style?
    public var explode: Bool?
    public var allowReserved: Bool?
    /// The header fields of a part that is received.
    public var headers: [Response.Header]
    /// Whether parts that are received have the type of the property, or of its elements: not those that a style makes of
    /// it, under names of their own.
    public var hasTypedParts: Bool

    public init(
        property: String, contentType: String? = nil, style: Parameter.Style? = nil, explode: Bool? = nil,
        allowReserved: Bool? = nil, headers: [Response.Header] = [], hasTypedParts: Bool = true
    ) {
        self.property = property
        self.contentType = contentType
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.headers = headers
        self.hasTypedParts = hasTypedParts
    }
}
