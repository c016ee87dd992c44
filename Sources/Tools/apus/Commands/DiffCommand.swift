import ApusAPIModel
import ApusDiagnostics
import ApusDiff
import ApusGeneration
import ApusSwiftEmitter
import ArgumentParser

struct DiffCommand: ParsableCommand {
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case text, json, markdown, sarif
    }

    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Shows the changes between two descriptions, and what they break.",
        discussion: """
            OLD and NEW are OpenAPI documents, folders with an apus.yaml or an openapi.yaml, or such a path in a \
            revision of git, such as main:specs/pets. Each change has a verdict for three levels: clients of the old \
            description, servers of the old description, and Swift source that uses the code generated for it. The \
            exit status is 1 if a change breaks a level in --fail-on and is not accepted.

            Examples:
              apus diff main:specs/pets specs/pets
              apus diff old.yaml new.yaml --fail-on clients,servers
              apus diff v1.2.0:openapi.yaml openapi.yaml --format markdown --fail-on none
              apus diff main:openapi.yaml openapi.yaml --accept breaks.yaml --format sarif > breaks.sarif

            An accepted break has the code and the place from the output, a reason, and the last day:
              - code: property-removed
                place: "#/components/schemas/Pet/properties/color"
                reason: No client has read it since 2024.
                until: 2026-12-31
            """
    )

    @Argument(help: "The old description.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var old: String

    @Argument(help: "The new description.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var new: String

    @Option(help: "How changes are shown: text, json, markdown or sarif.")
    var format = Form.text

    @Option(
        help: ArgumentHelp(
            "The levels that must not break: clients, servers, source, separated by commas, or none. With risks, changes that may break them count too.",
            valueName: "levels"),
        transform: Self.failures)
    var failOn: Set<Report.Failure> = [.clients, .source]

    @Option(
        help: ArgumentHelp("A list of accepted breaks.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var accept: String?

    @Flag(help: "Leave out operations and schemas with errors.")
    var lenient = false

    @OptionGroup var reporting: ReportingOptions

    func run() throws {
        let (old, new) = (try ComparedInput(old), try ComparedInput(new))
        try reporting.reporter.reporting { findings, progress in
            let oldAPI = try api(old, into: &findings, progress)
            let newAPI = try api(new, into: &findings, progress)
            progress.begin(.compare, "comparing \(size(of: oldAPI)) with \(size(of: newAPI))")
            var changes = compare(oldAPI, newAPI)
            if let accept {
                let breaks = try acceptedBreaks(in: accept, into: &findings)
                ApusDiff.accept(breaks, in: &changes, on: today, into: &findings.diagnostics)
            }
            let report = Report(changes, failures: failOn, shownOld: old.shown, shownNew: new.shown)
            progress.end()
            switch format {
            case .text: Output.standard.write(report.text)
            case .json: Output.standard.write(report.json)
            case .markdown: Output.standard.write(report.markdown)
            case .sarif: Output.standard.write(report.sarif(version: apusVersion))
            }
            if report.fails { throw RunError.reported(.findings) }
        }
    }

    /// Reads a description. Its warnings are left to `apus lint`.
    private func api(_ input: ComparedInput, into findings: inout Findings, _ progress: Progress) throws -> API {
        var own = Findings()
        var request = Request(input: input.path)
        request.isLenient = lenient
        do {
            let settings = try request.settings(into: &own)
            var api = try Pipeline(settings: settings, progress: progress).api(into: &own)
            api.apply(names: settings.emitter.nameOverrides, prefix: settings.emitter.prefix)
            if !own.diagnostics.hasErrors {
                // An omitted part of one description would look like a change.
                for problem in own.diagnostics.all where problem.code == .leftOut {
                    findings.diagnostics.report(problem)
                }
                findings.sources += own.sources
                return api
            }
        } catch {
            findings = own
            throw error
        }
        findings = own
        throw RunError.reported(own.errorStatus)
    }

    private func size(of api: API) -> String {
        "\(counted(api.operations.count, "operation")) and \(counted(api.types.count, "type"))"
    }

    private static func failures(_ text: String) throws -> Set<Report.Failure> {
        if text == "none" { return [] }
        return Set(
            try text.split(separator: ",").map { word in
                if let failure = Report.Failure(rawValue: String(word)) { return failure }
                throw ValidationError("‘\(word)’ is not one of clients, servers, source, risks, none.")
            })
    }
}
