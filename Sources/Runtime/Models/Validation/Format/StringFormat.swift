internal import ApusECMARegex

/// A format of strings defined by JSON Schema §7.3 or the OpenAPI format registry.
enum StringFormat: String, Sendable {
    case dateTime = "date-time"
    case date
    case time
    case duration
    case email
    case idnEmail = "idn-email"
    case hostname
    case idnHostname = "idn-hostname"
    case ipv4
    case ipv6
    case uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uriTemplate = "uri-template"
    case uuid
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex
    case byte

    /// Returns `nil` for other formats, which do not restrict strings.
    init?(_ name: String) { self.init(rawValue: name) }

    func accepts(_ text: String) -> Bool {
        if self == .regex { return (try? ECMAPattern(text, isStrict: true)) != nil }
        return unsafe withUTF8(of: text) { unsafe accepts($0) }
    }

    private func accepts(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = unsafe ByteScanner(utf8)
        switch self {
        case .dateTime: return unsafe DateTime(utf8: utf8) != nil
        case .date: return unsafe CalendarDate(utf8: utf8) != nil
        case .time: return TimeOfDay(from: &scanner) != nil && scanner.isAtEnd
        case .duration: return scanner.skipDuration() && scanner.isAtEnd
        case .email: return unsafe isMailAddress(utf8, isInternational: false)
        case .idnEmail: return unsafe isMailAddress(utf8, isInternational: true)
        case .hostname: return unsafe isHostname(utf8)
        case .idnHostname: return unsafe isInternationalHostname(utf8)
        case .ipv4: return scanner.skipIPv4() && scanner.isAtEnd
        case .ipv6: return unsafe isIPv6(utf8)
        case .uri: return unsafe URISyntax(isInternational: false, isRelativeAllowed: false).accepts(utf8)
        case .uriReference: return unsafe URISyntax(isInternational: false, isRelativeAllowed: true).accepts(utf8)
        case .iri: return unsafe URISyntax(isInternational: true, isRelativeAllowed: false).accepts(utf8)
        case .iriReference: return unsafe URISyntax(isInternational: true, isRelativeAllowed: true).accepts(utf8)
        case .uriTemplate: return unsafe isURITemplate(utf8)
        case .uuid: return unsafe UUID(utf8: utf8) != nil
        case .jsonPointer: return unsafe isJSONPointer(utf8[...])
        case .relativeJSONPointer: return unsafe isRelativeJSONPointer(utf8)
        case .regex: return true
        case .byte: return unsafe Base64Data(utf8: utf8) != nil
        }
    }

    /// The name of the format in messages.
    var phrase: String {
        switch self {
        case .dateTime: "a date and time (RFC 3339)"
        case .date: "a date (RFC 3339)"
        case .time: "a time (RFC 3339)"
        case .duration: "a duration (ISO 8601)"
        case .email, .idnEmail: "an e-mail address"
        case .hostname, .idnHostname: "a host name"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri: "a URI"
        case .uriReference: "a URI reference"
        case .iri: "an IRI"
        case .iriReference: "an IRI reference"
        case .uriTemplate: "a URI template (RFC 6570)"
        case .uuid: "a UUID"
        case .jsonPointer: "a JSON Pointer"
        case .relativeJSONPointer: "a relative JSON Pointer"
        case .regex: "a regular expression (ECMA-262)"
        case .byte: "base64"
        }
    }
}
