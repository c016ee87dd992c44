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
        let (folder, changes) = try reporter.reporting { findings, progress in
            try comparison(generation.request, into: &findings, progress)
        }
        if changes.isEmpty {
            reporter.summarize("\(folder.path): \(changes.unchanged.count) files are up to date")
            return
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
        let count = changes.writes.count + changes.removals.count
        let files = count == 1 ? "1 file is" : "\(count) files are"
        throw RunError.message("\(folder.path): \(files) stale; run `apus generate`", .findings)
    }
}
