import ApusDiagnostics
import ApusGeneration
import ApusSwiftEmitter
import ArgumentParser

/// The options of all commands that read a description.
struct GenerationOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "An OpenAPI document, an apus.yaml, or a folder with one. The default is the apus.yaml of this folder.",
            valueName: "input"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var input: String?

    @Option(help: ArgumentHelp("A configuration file.", valueName: "apus.yaml"), completion: .file())
    var config: String?

    @Option(help: ArgumentHelp("The folder of the generated files.", valueName: "dir"), completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp("The folder of generated tests of the description's examples.", valueName: "dir"),
        completion: .directory)
    var tests: String?

    @Option(
        help: ArgumentHelp("The name of the module that the generated files belong to.", valueName: "name"),
        transform: Self.identifier)
    var module: String?

    @Option(
        help: ArgumentHelp("The prefix of the names of all types and files.", valueName: "name"),
        transform: Self.identifier)
    var prefix: String?

    @Option(
        help: ArgumentHelp(
            "What to generate: models, client, server, validation, separated by commas.", valueName: "parts"),
        transform: Self.parts)
    var parts: Set<EmitterOptions.Part>?

    @Option(
        help: ArgumentHelp("public, package or internal (default).", valueName: "level"), transform: Self.choice)
    var access: EmitterOptions.AccessLevel?

    @Option(help: ArgumentHelp("readable (default) or shards.", valueName: "layout"), transform: Self.choice)
    var layout: LayoutName?

    @Option(
        help: ArgumentHelp("The number of files for models in the layout `shards`.", valueName: "n"),
        transform: Self.shards)
    var shards: Int?

    @Option(
        help: ArgumentHelp(
            "An overlay that changes the document, after those of the configuration. Can be repeated.",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var overlay: [String] = []

    @Option(
        help: ArgumentHelp(
            "Maps URLs that begin with a prefix to a folder, such as https://example.com/schemas/=schemas. Can be repeated.",
            valueName: "prefix=folder"),
        transform: Self.urlMapping)
    var mapURL: [URLMapping] = []

    @Flag(help: "Leave out operations and schemas with errors, with a warning, and generate the rest.")
    var lenient = false

    /// The request for these options.
    var request: Request {
        var request = Request(input: input)
        request.configuration = config
        request.output = output
        request.tests = tests
        request.module = module
        request.prefix = prefix == "none" ? "" : prefix
        request.parts = parts
        request.access = access
        request.layout = layout
        request.shards = shards
        request.overlays = overlay
        request.urls = mapURL
        request.isLenient = lenient
        return request
    }
}

extension GenerationOptions {
    static func identifier(_ text: String) throws -> String {
        if SwiftIdentifier.isValid(text) { return text }
        throw ValidationError("‘\(text)’ is not a Swift identifier.")
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Choice {
        if let choice = Choice(rawValue: text) { return choice }
        let values = Choice.allCases.map(\.rawValue)
        let suggestion = closest(to: text, in: values).map { " Did you mean ‘\($0)’?" } ?? ""
        throw ValidationError("‘\(text)’ is not one of \(values.joined(separator: ", ")).\(suggestion)")
    }

    static func parts(_ text: String) throws -> Set<EmitterOptions.Part> {
        Set(try text.split(separator: ",").map { try choice(String($0)) })
    }

    private static func urlMapping(_ text: String) throws -> URLMapping {
        if let equals = text.firstIndex(of: "="), text.index(after: equals) < text.endIndex,
            let mapping = URLMapping(String(text[..<equals]), to: String(text[text.index(after: equals)...]))
        {
            return mapping
        }
        throw ValidationError("‘\(text)’ is not of the form https://example.com/schemas/=folder.")
    }

    static func shards(_ text: String) throws -> Int {
        if let number = Int(text), (1...LayoutName.maximumShards).contains(number) { return number }
        throw ValidationError("‘\(text)’ is not a number from 1 to \(LayoutName.maximumShards).")
    }
}
