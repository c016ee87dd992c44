/// The stable name of a kind of problem, as in `E0214`.
///
/// Each stage declares its codes as static members in an extension of its own
/// (`DiagnosticCode+YAMLSource.swift` …), all within this module, so that the list is in one place:
/// E01xx reading bytes and YAML, E02xx the OpenAPI document, E03xx lowering, E04xx emitting,
/// E05xx configuration and command.
public struct DiagnosticCode: Hashable, Sendable {
    /// The code itself, such as `E0101`.
    public let id: String
    /// The kind of problem in a few words.
    public let title: String
    /// What the problem is, why it is one, and how to mend it; what `apus explain` prints.
    public let explanation: String

    public init(_ id: String, _ title: String, _ explanation: String) {
        self.id = id
        self.title = title
        self.explanation = explanation
    }

    public static func == (a: Self, b: Self) -> Bool { a.id == b.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension DiagnosticCode {
    /// Every code of every stage, in order; what `apus explain` can explain.
    public static let all: [DiagnosticCode] = (yamlSource + openAPI + lowering + bodies + emitter + command + overlay)
        .sorted { $0.id < $1.id }
}
