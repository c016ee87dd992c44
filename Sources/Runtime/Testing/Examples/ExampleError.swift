import ApusModels

/// An error for a type of which no valid value was found.
public struct ExampleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the type.
    public let type: String
    /// The JSON Pointer (RFC 6901) of the value that could not be made, empty for the whole value.
    public let pointer: String
    /// The violations of the value that came closest, or none if there was no value at all.
    public let violations: [Violation]

    /// The reason in one sentence.
    public var description: String {
        if violations.isEmpty {
            let place = pointer.isEmpty ? "it" : "`\(pointer)`"
            return "no example of `\(type)` was found, because there seems to be no value of \(place)"
        }
        let reasons = violations.prefix(3).map(\.description).joined(separator: "; ")
        return "no example of `\(type)` was found; the closest has \(reasons)"
    }
}
