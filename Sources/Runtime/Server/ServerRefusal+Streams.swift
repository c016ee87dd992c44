import ApusClient
import ApusModels

extension ServerRefusal {
    /// The refusal of a body that a handler reads, or `nil` if the error is not about the body's contents.
    init?(streamError error: any Error) {
        switch error {
        case let error as MultipartError: self.init(error)
        case let error as JSONError:
            self.init(
                error.isUnreadable ? .unreadable : .invalid, "an element of the body cannot be read",
                problems: [Problem(place: .body, violation: error.violation())])
        case let error as ValidationError:
            self.init(
                .invalid, "the request breaks rules of the API description",
                problems: error.violations.map { Problem(place: .body, violation: $0) })
        default: return nil
        }
    }

    /// The refusal of a multipart body that a handler has partly read.
    init(_ error: MultipartError) {
        let pointer = error.name.map { "/" + escapedReferenceToken($0) } ?? ""
        switch error.reason {
        case .tooLarge(let maximum):
            self = ReceivedBody.tooLarge(maximum)
        case .json(let error) where !error.isUnreadable:
            self.init(
                .invalid, "the request breaks rules of the API description",
                problems: [Problem(place: .body, violation: error.violation(pointer: pointer))])
        case .missingPart, .unexpectedPart, .repeatedPart, .contentType:
            let keyword =
                switch error.reason {
                case .missingPart: "required"
                case .unexpectedPart: "additionalProperties"
                case .repeatedPart: "maxItems"
                default: "contentMediaType"
                }
            let violation = Violation(
                pointer: pointer, keyword: keyword, schemaPointer: "", message: error.description, value: "")
            self.init(
                .invalid, "the request breaks rules of the API description",
                problems: [Problem(place: .body, violation: violation)])
        default:
            self.init(.unreadable, "the multipart body cannot be read: \(error.description)")
        }
    }
}
