import ArgumentParser
import Diagnostics
import Lowering
import OpenAPI
import SwiftEmitter
import YAMLSource

/// The options of all commands that read a description.
struct GenerationOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "An OpenAPI document, an apus.yaml, or a folder with one. Without it: the apus.yaml of this folder.",
            valueName: "input"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var input: String?

    @Option(help: ArgumentHelp("A configuration file.", valueName: "apus.yaml"), completion: .file())
    var config: String?

    @Option(help: ArgumentHelp("The folder of the generated files.", valueName: "dir"), completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp("The name of the module that the files are for.", valueName: "name"),
        transform: Self.identifier)
    var module: String?

    @Option(
        help: ArgumentHelp("What to generate: models, client, validation, separated by commas.", valueName: "parts"),
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
            "A folder for the URLs that begin with a prefix, as https://example.com/schemas/=schemas. Can be repeated.",
            valueName: "prefix=folder"),
        transform: Self.urlMapping)
    var mapURL: [URLMapping] = []

    @Flag(help: "Leave out operations and schemas with errors, with a warning, and generate the rest.")
    var lenient = false

    /// What to do, with the configuration file read if there is one.
    ///
    /// - Throws: `CommandError` when there is nothing to read or the configuration has errors, which are then in
    ///   `findings`.
    func settings(into findings: inout Findings) throws -> Settings {
        let place = try locate()
        var configuration: ConfigurationFile?
        if let path = place.configuration {
            let file = SourceFile(path: path, bytes: try Self.read(path))
            findings.sources.append(file)
            configuration = ConfigurationFile(file, into: &findings.diagnostics)
            if findings.diagnostics.hasErrors { throw CommandError.reported(.usage) }
        }
        guard let input = place.document ?? configuration?.input else {
            throw CommandError.message("\(place.configuration ?? "the configuration") has no `input:`", .usage)
        }
        return settings(input: input, configurationFile: place.configuration, configuration)
    }

    private func settings(
        input: String, configurationFile: String?, _ configuration: ConfigurationFile?
    ) -> Settings {
        let output = output.map(PathName.normalized) ?? configuration?.output
        let layout = layout ?? configuration?.layout ?? .readable
        let transport = configuration?.client.defaultTransport ?? "ApusURLSession"
        let folder = PathName.folder(of: input)
        var urls = configuration?.urls ?? URLMap()
        for mapping in mapURL { _ = urls.map(mapping.prefix, to: mapping.path) }
        return Settings(
            configurationFile: configurationFile,
            input: input,
            overlays: (configuration?.overlays ?? []) + overlay.map(PathName.normalized),
            root: configuration?.root ?? (folder.isEmpty ? "." : folder),
            urls: urls,
            filter: configuration?.filter ?? OperationFilter(),
            schemas: configuration?.schemas ?? .reachable,
            types: configuration?.types ?? [],
            output: output,
            templatesFolder: configuration?.templates,
            isLenient: lenient || configuration?.isLenient ?? false,
            emitter: EmitterOptions(
                moduleName: module ?? configuration?.module ?? SwiftIdentifier.moduleName(fromFolder: output ?? ""),
                access: access ?? configuration?.access ?? .internal,
                layout: layout == .readable
                    ? .readable : .shards(shards ?? configuration?.shards ?? LayoutName.defaultShards),
                parts: parts ?? configuration?.parts ?? [.models, .client, .validation],
                nameOverrides: configuration?.names ?? [:],
                defaultTransport: transport == "none" ? nil : transport))
    }

    /// The configuration file and the document that the command line asks for.
    private func locate() throws -> (configuration: String?, document: String?) {
        let input = input.map(PathName.normalized)
        let isConfiguration = input.map { ["apus.yaml", "apus.yml"].contains(PathName.last(of: $0)) } ?? false
        if let config {
            if isConfiguration { throw CommandError.message("two configuration files are given", .usage) }
            return (PathName.normalized(config), input)
        }
        guard let input else {
            if FileSystem.kind(of: "apus.yaml") == .file { return ("apus.yaml", nil) }
            throw CommandError.message(
                "there is no apus.yaml in this folder: name an OpenAPI document or a configuration file", .usage)
        }
        if isConfiguration { return (input, nil) }
        if FileSystem.kind(of: input) == .folder { return (PathName.resolve("apus.yaml", in: input), nil) }
        return (nil, input)
    }

    private static func read(_ path: String) throws -> [UInt8] {
        do {
            return try FileSystem.read(path, limit: Limits.default.maximumBytes)
        } catch {
            throw CommandError.message(error.description, .usage)
        }
    }
}

extension GenerationOptions {
    private static func identifier(_ text: String) throws -> String {
        if SwiftIdentifier.isValid(text) { return text }
        throw ValidationError("‘\(text)’ is not a Swift identifier.")
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Choice {
        if let choice = Choice(rawValue: text) { return choice }
        let values = Choice.allCases.map(\.rawValue)
        let suggestion = closest(to: text, in: values).map { " Did you mean ‘\($0)’?" } ?? ""
        throw ValidationError("‘\(text)’ is not one of \(values.joined(separator: ", ")).\(suggestion)")
    }

    private static func parts(_ text: String) throws -> Set<EmitterOptions.Part> {
        Set(try text.split(separator: ",").map { try choice(String($0)) })
    }

    /// A folder or file for URLs, as `--map-url` names it.
    struct URLMapping {
        var prefix: String
        var path: String
    }

    private static func urlMapping(_ text: String) throws -> URLMapping {
        if let equals = text.firstIndex(of: "="), text.index(after: equals) < text.endIndex {
            let mapping = URLMapping(
                prefix: String(text[..<equals]), path: PathName.normalized(String(text[text.index(after: equals)...])))
            var map = URLMap()
            if map.map(mapping.prefix, to: mapping.path) { return mapping }
        }
        throw ValidationError("‘\(text)’ is not of the form https://example.com/schemas/=folder.")
    }

    private static func shards(_ text: String) throws -> Int {
        if let number = Int(text), (1...LayoutName.mostShards).contains(number) { return number }
        throw ValidationError("‘\(text)’ is not a number from 1 to \(LayoutName.mostShards).")
    }
}
