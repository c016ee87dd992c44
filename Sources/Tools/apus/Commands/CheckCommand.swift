import ApusGeneration
import ArgumentParser

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks whether generated files are up to date, without changing them.",
        discussion: """
            Prints the changes that `generate` would make as a unified diff. The exit status is 1 if there are changes.

            Examples:
              apus check
              apus check specs/pets/apus.yaml > stale.patch
            """
    )

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let outputs = try reporter.reporting { findings, progress in
            try comparison(generation.request, into: &findings, progress)
        }
        for (folder, changes) in outputs { show(changes, in: folder, reporter) }
        let stale = outputs.filter { !$0.changes.isEmpty }
        if stale.isEmpty { return }
        let count = stale.reduce(0) { $0 + $1.changes.writes.count + $1.changes.removals.count }
        let files = count == 1 ? "1 file is" : "\(count) files are"
        let folders = stale.map(\.folder.path).joined(separator: ", ")
        throw RunError.message("\(folders): \(files) stale; run `apus generate`", .findings)
    }

    private func show(_ changes: OutputFolder.Changes, in folder: OutputFolder, _ reporter: Reporter) {
        if changes.isEmpty {
            reporter.summarize("\(folder.path): \(changes.unchanged.count) files are up to date")
        }
        for write in changes.writes {
            let path = folder.path(of: write.file.name)
            let diff = UnifiedDiff(
                oldName: write.old == nil ? nil : path, newName: path, old: write.old ?? "", new: write.file.contents)
            Output.standard.write(diff.text)
        }
        for removal in changes.removals {
            let path = folder.path(of: removal.name)
            Output.standard.write(UnifiedDiff(oldName: path, newName: nil, old: removal.old, new: "").text)
        }
    }
}
