/// The stable identifier of a kind of problem, such as `E0214`.
///
/// Each stage has an extension with its codes, such as `DiagnosticCode+YAMLSource.swift`. All are in this module, so
/// that one list has them all:
/// - E01xx: bytes and YAML
/// - E02xx: the OpenAPI document
/// - E03xx: lowering
/// - E04xx: emitting
/// - E05xx: configuration and command line
/// - E06xx: overlays
public struct DiagnosticCode: Hashable, Sendable {
    /// The code, such as `E0101`.
    public let id: String
    /// The kind of problem in a few words.
    public let title: String
    /// An explanation of the problem and its solutions, which `apus explain` prints.
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
    /// All codes in order.
    public static let all: [DiagnosticCode] = (yamlSource + openAPI + lowering + bodies + emitter + command + overlay)
        .sorted { $0.id < $1.id }
}
