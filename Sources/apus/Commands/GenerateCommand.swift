import ArgumentParser

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Generates Swift from an OpenAPI description.",
        discussion: """
            Options win over the configuration file, which wins over the defaults. Files whose bytes would not \
            change are not touched; generated files that are no longer wanted are removed; a run with errors \
            changes nothing.

            Examples:
              apus generate
              apus generate openapi.yaml --output Sources/Pets --access public
              apus generate specs/pets/apus.yaml --diagnostics line
            """
    )

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: ReportingOptions

    func run() throws {
        let (folder, changes) = try reporting.reporting { findings, progress in
            try comparison(generation, into: &findings, progress)
        }
        try folder.apply(changes)
        Output.standard.write(
            "\(folder.path): \(changes.writes.count) written, \(changes.unchanged.count) unchanged, "
                + "\(changes.removals.count) removed\n")
    }
}

/// Runs the pipeline, and compares what it gives with what the output folder holds.
func comparison(
    _ options: GenerationOptions, into findings: inout Findings, _ progress: Progress
) throws -> (OutputFolder, OutputFolder.Changes) {
    let settings = try options.settings(into: &findings)
    guard let output = settings.output else {
        throw CommandError.message(
            "there is no output folder: give `--output DIR`, or `output:` in the configuration", .usage)
    }
    let files = try Pipeline(settings: settings, progress: progress).files(into: &findings)
    let folder = OutputFolder(path: output)
    let changes = try folder.changes(to: files)
    for name in changes.foreign {
        findings.diagnostics.error(
            .foreignFile, "\(folder.path(of: name)) is in the way and was not generated", at: nil,
            help: "move or delete it, or choose another output folder")
    }
    if findings.diagnostics.hasErrors { throw CommandError.reported(findings.errorStatus) }
    return (folder, changes)
}
