public import ApusDiagnostics

/// A component schema whose type is declared outside the generated code.
public struct ExternalSchema: Sendable {
    /// The key under `components/schemas`.
    public var name: String
    /// The place of the setting, for the report of a schema that the description does not have.
    public var place: Place?

    public init(name: String, at place: Place? = nil) {
        self.name = name
        self.place = place
    }
}
