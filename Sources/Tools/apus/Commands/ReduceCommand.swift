import ApusDiagnostics
import ApusGeneration
import ApusReduction
import ApusYAMLSource
import ArgumentParser

struct ReduceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reduce",
        abstract: "Makes a description as small as possible that still shows a problem.",
        discussion: """
            For a report about a crash, or about a diagnostic that you think is wrong. Members and elements are removed \
            while the document shows the same diagnostic, or the tool crashes in the same way. Referenced files and \
            overlays stay as they are. Read the result before you send it: names and texts are your own.

            Examples:
              apus reduce openapi.yaml
              apus reduce specs/pets --code E0306 --to report.yaml
            """
    )

    @OptionGroup var generation: GenerationOptions

    @Option(help: "The code of the problem. The default is a crash, or the first error.")
    var code: String?

    @Option(
        help: ArgumentHelp("The new file with the smaller description.", valueName: "file"), completion: .file())
    var to = "reduced.yaml"

    @Option(help: "How long to go on, in seconds.")
    var seconds = 60

    func validate() throws {
        guard seconds > 0 else { throw ValidationError("--seconds must be at least 1.") }
    }

    func run() throws {
        if FileSystem.kind(of: to) != nil { throw RunError.message("\(to) exists already", .usage) }
        var findings = Findings()
        let settings = try generation.request.settings(into: &findings)
        let folder = PathName.folder(of: settings.input)
        let file: SourceFile
        do {
            file = SourceFile(
                path: settings.input, bytes: try FileSystem.read(settings.input, limit: Limits.default.maximumBytes))
        } catch {
            throw RunError.message(error.description, .usage)
        }
        let scratch = try FileSystem.makeTemporaryFolder()
        defer { FileSystem.removeTree(scratch) }
        // Beside the description, so that it finds the same files.
        let candidate = PathName.resolve(".apus-reduced.yaml", in: folder)
        defer { try? FileSystem.remove(candidate) }

        func lint(_ path: String) -> ChildProcess { ChildProcess(lintArguments(path, settings), scratch: scratch) }
        func diagnostics(of file: SourceFile) -> Diagnostics {
            var findings = Findings()
            let pipeline = Pipeline(settings: settings, progress: Progress(), replacement: file)
            _ = try? pipeline.files(into: &findings)
            return findings.diagnostics
        }
        let crash = code == nil ? Problem(crashOf: lint(settings.input)) : nil
        guard let problem = crash ?? Problem(in: diagnostics(of: file), code: code?.uppercased()) else {
            throw RunError.message(
                "\(settings.input) shows no problem" + (code.map { " with the code \($0)" } ?? ""), .usage)
        }
        Output.standard.write("reducing \(settings.input) for \(problem.title)\n")
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        let text = reduce(
            file,
            while: { text in
                guard crash != nil else {
                    return problem.isShown(by: diagnostics(of: SourceFile(path: candidate, bytes: Array(text.utf8))))
                }
                guard (try? FileSystem.replace(candidate, with: text)) != nil else { return false }
                return problem.isShown(by: lint(candidate))
            }, until: { clock.now >= end })
        try FileSystem.create(to, text)
        let lines = text.split(separator: "\n").count
        Output.standard.write("\(to): \(counted(lines, "line")), \(counted(text.utf8.count, "byte"))\n")
    }

    /// The command line that checks a document in a process of its own.
    private func lintArguments(_ document: String, _ settings: Settings) -> [String] {
        var arguments = [Environment.executable ?? "apus", "lint", document, "--diagnostics", "line"]
        if let configuration = settings.configurationFile { arguments += ["--config", configuration] }
        for overlay in generation.overlay { arguments += ["--overlay", overlay] }
        for mapping in generation.mapURL { arguments += ["--map-url", "\(mapping.prefix)=\(mapping.path)"] }
        if generation.lenient { arguments.append("--lenient") }
        return arguments
    }
}
