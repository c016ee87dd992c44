/// A body in one media type.
public struct Content: Sendable {
    /// The conversion between bytes and a value.
    public enum Coding: Sendable {
        case json(TypeUse)
        /// `application/x-www-form-urlencoded`: the members of an object as pairs of names and values.
        case form(TypeUse, [PropertyEncoding])
        /// The members of an object as parts with the members' names (`multipart/form-data`). Without a type, any
        /// parts.
        case multipart(TypeUse?, [PropertyEncoding])
        /// `text/event-stream`: one value for each event. The event with the data `end` ends the stream.
        case events(TypeUse, EventReading, end: String?)
        /// A sequence of JSON values.
        case elements(TypeUse, ElementFraming)
        /// Text in UTF-8, which is a string in code. The type and its constraints tell which texts are valid.
        case text(TypeUse)
        /// Unchanged bytes.
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

    /// The type of the values, or `nil` for bytes.
    public var type: TypeUse? {
        switch coding {
        case .json(let use), .form(let use, _), .events(let use, _, _), .elements(let use, _), .text(let use): use
        case .multipart(let use, _): use
        case .bytes: nil
        }
    }

    /// Whether the content has elements that are received one by one.
    public var isStream: Bool {
        switch coding {
        case .events, .elements: true
        case .json, .form, .multipart, .text, .bytes: false
        }
    }
}

/// The part of a server-sent event that is its value.
public enum EventReading: String, Sendable {
    /// The data as JSON.
    case data
    /// The data as text.
    case text
    /// The whole event, as an object with `data`, `event`, `id` and `retry`.
    case event
}

/// The separator of JSON values in a sequence.
public enum ElementFraming: String, Sendable {
    /// One value on each line.
    case lines
    /// JSON text sequences (RFC 7464).
    case textSequence
}

/// The encoding of a property of a form (OpenAPI Specification, "Encoding Object").
///
/// Without `style`, `explode` and `allowReserved`, a value is written by its content type: objects as JSON, scalars
/// as text, and an array as one pair for each element.
public struct PropertyEncoding: Hashable, Sendable {
    /// The property's name on the wire.
    public var property: String
    public var contentType: String?
    public var style: Parameter.Style?
    public var explode: Bool?
    public var allowReserved: Bool?
    /// The header fields of a received part.
    public var headers: [Response.Header]
    /// Whether received parts have the type of the property or of its elements. Parts of a property that a style splits
    /// into several names do not.
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
