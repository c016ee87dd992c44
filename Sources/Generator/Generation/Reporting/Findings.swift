import ApusDiagnostics
import ApusYAMLSource

/// The diagnostics of a run, and the files that they refer to.
package struct Findings {
    package var diagnostics = Diagnostics()
    package var sources: [SourceFile] = []

    /// Takes the files that the run reads.
    let inputs: InputRecord

    package init(inputs: InputRecord = InputRecord()) { self.inputs = inputs }

    /// The exit status for the errors. Those of the configuration take precedence.
    package var errorStatus: ExitStatus {
        let errors = diagnostics.all.filter { $0.severity == .error }
        return errors.contains { Self.configurationCodes.contains($0.code) } ? .usage : .description
    }

    private static let configurationCodes = Set(
        DiagnosticCode.command + [
            .invalidModuleName, .invalidShardCount, .malformedTemplate, .unknownTemplateName,
            .unknownTemplate,
        ])
}
