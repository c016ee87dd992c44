public import ApusAPIModel
public import ApusDiagnostics

/// A type, declared elsewhere, that stands for a component schema.
public struct TypeOverride: Sendable {
    /// The key under `components/schemas`.
    public var schema: String
    public var type: ExternalType
    /// Where it was asked for, so that a schema that is not there is reported.
    public var place: Place?

    public init(schema: String, type: ExternalType, at place: Place? = nil) {
        self.schema = schema
        self.type = type
        self.place = place
    }
}
