import Diagnostics

/// Where in the description a thing comes from, so that a later stage can point at it.
public struct Origin: Hashable, Sendable {
    public var place: Place
    /// The JSON Pointer (RFC 6901) within the file, such as `/components/schemas/Session`.
    public var pointer: String

    public init(place: Place, pointer: String) {
        self.place = place
        self.pointer = pointer
    }
}
