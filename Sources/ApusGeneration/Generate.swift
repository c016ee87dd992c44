import ApusDiagnostics

/// Generates the output and prints the number of changed files. A run with errors changes nothing.
///
/// - Throws: `RunError` or `FileSystemError`, after all diagnostics are shown.
package func generate(_ request: Request, reporter: Reporter) throws {
    let (folder, changes) = try reporter.reporting { findings, progress in
        try comparison(request, into: &findings, progress)
    }
    try folder.apply(changes)
    Output.standard.write(
        "\(folder.path): \(changes.writes.count) written, \(changes.unchanged.count) unchanged, "
            + "\(changes.removals.count) removed\n")
}

/// Runs the pipeline and compares the result with the output folder, without changing anything.
///
/// - Throws: `RunError` or `FileSystemError`. Errors in the input are added to `findings`.
package func comparison(
    _ request: Request, into findings: inout Findings, _ progress: Progress
) throws -> (OutputFolder, OutputFolder.Changes) {
    let settings = try request.settings(into: &findings)
    guard let output = settings.output else {
        throw RunError.message(
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
    if findings.diagnostics.hasErrors { throw RunError.reported(findings.errorStatus) }
    checkRuntime(of: output, into: &findings.diagnostics)
    return (folder, changes)
}
