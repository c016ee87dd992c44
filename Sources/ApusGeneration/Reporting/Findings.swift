import ApusDiagnostics
import ApusYAMLSource

/// What a run has found so far, and the files that its diagnostics point into.
package struct Findings {
    package internal(set) var diagnostics = Diagnostics()
    var sources: [SourceFile] = []

    /// The status that the errors ask for: the configuration's before the description's.
    package var errorStatus: ExitStatus {
        let errors = diagnostics.all.filter { $0.severity == .error }
        return errors.contains { Self.configurationCodes.contains($0.code) } ? .usage : .description
    }

    private static let configurationCodes = Set(
        DiagnosticCode.command + [
            .serverNotSupported, .invalidModuleName, .invalidShardCount, .malformedTemplate, .unknownTemplateName,
            .unknownTemplate,
        ])
}
