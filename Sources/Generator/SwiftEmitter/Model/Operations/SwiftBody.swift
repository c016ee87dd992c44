import ApusAPIModel

/// The form and the type of a response's body.
struct SwiftBody {
    enum Reading {
        case json
        case text
        /// Values of the type, one for each event.
        case events(SwiftType, EventReading, end: String?)
        /// Values of the type, one after the other.
        case elements(SwiftType, ElementFraming)
        /// Parts of the type, or any parts.
        case parts(SwiftType?)
        case bytes
    }

    /// The media type, or several, separated by commas.
    private(set) var mediaType: String
    let reading: Reading
    /// The type of the body.
    let type: SwiftType

    init(_ content: Content, isSuccess: Bool, _ types: SwiftTypes) {
        mediaType = content.mediaType
        switch (content.coding, isSuccess) {
        case (.json(let use), _), (.form(let use, _), _): (reading, type) = (.json, types.swiftType(use))
        case (.text, _): (reading, type) = (.text, .string)
        // An error is thrown with its whole body.
        case (_, false): (reading, type) = (.bytes, .array(.named("UInt8")))
        case (.events(let use, let event, let end), true):
            let element = types.swiftType(use)
            (reading, type) = (.events(element, event, end: end), .generic("EventStream", element))
        case (.elements(let use, let framing), true):
            let element = types.swiftType(use)
            (reading, type) = (.elements(element, framing), .generic("JSONSequence", element))
        case (.multipart, true):
            let part = types.names.parts(of: content).map(SwiftType.named)
            (reading, type) = (.parts(part), part.map { .generic("MultipartParts", $0) } ?? .named("MultipartSequence"))
        case (.bytes, true): (reading, type) = (.bytes, .named("HTTPBody"))
        }
    }

    var isJSON: Bool { if case .json = reading { true } else { false } }

    /// Adds another media type with the same body.
    mutating func add(_ mediaType: String) { self.mediaType += ", " + mediaType }

    /// Whether the body has content that is read after the response has arrived.
    var isReadLater: Bool {
        switch reading {
        case .json, .text: false
        case .events, .elements, .parts, .bytes: true
        }
    }
}
