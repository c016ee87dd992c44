public import ApusDiagnostics

/// A component schema whose type is declared outside the generated code.
public struct ExternalSchema: Sendable {
    /// The key under `components/schemas`.
    public var name: String
    /// The place of the setting, to report a schema that is not in the description.
    public var place: Place?

    public init(name: String, at place: Place? = nil) {
        self.name = name
        self.place = place
    }
}
