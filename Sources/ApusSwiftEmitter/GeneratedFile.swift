/// A file of emitted Swift.
public struct GeneratedFile: Equatable, Sendable {
    /// The path within the output folder, made of identifiers only, such as `Operations/CreateSession.swift`.
    public var name: String
    public var contents: String

    public init(name: String, contents: String) {
        self.name = name
        self.contents = contents
    }
}
