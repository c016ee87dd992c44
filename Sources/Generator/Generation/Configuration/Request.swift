import ApusDiagnostics
import ApusLowering
import ApusOpenAPI
import ApusSwiftEmitter
import ApusYAMLSource

/// The options of a run. They take precedence over the configuration file, which takes precedence over the defaults.
package struct Request {
    /// A document, a configuration file, or a folder with one. `nil` means `apus.yaml` in the current folder.
    package var input: String?
    /// A configuration file, if the input is a document.
    package var configuration: String?
    package var output: String?
    package var tests: String?
    /// Whether the tests of the configuration are generated, too.
    package var includesTests = true
    package var module: String?
    package var prefix: String?
    package var parts: Set<EmitterOptions.Part>?
    package var access: EmitterOptions.AccessLevel?
    package var layout: LayoutName?
    package var shards: Int?
    /// Overlays to apply after those of the configuration file.
    package var overlays: [String] = []
    package var urls: [URLMapping] = []
    package var isLenient = false

    package init(input: String?) { self.input = input }

    /// Returns the settings of the run, including those of the configuration file.
    ///
    /// - Throws: `RunError` if there is no input or the configuration has errors. `findings` then contains the errors.
    package func settings(into findings: inout Findings) throws -> Settings {
        let place = try locate(findings.inputs)
        var configuration: ConfigurationFile?
        if let path = place.configuration {
            findings.inputs.note(path)
            let file = SourceFile(path: path, bytes: try Self.read(path))
            findings.sources.append(file)
            configuration = ConfigurationFile(file, into: &findings.diagnostics)
            if findings.diagnostics.hasErrors { throw RunError.reported(.usage) }
            findings.diagnostics.choices = configuration?.severities ?? [:]
        }
        guard let input = place.document ?? configuration?.input else {
            throw RunError.message("\(place.configuration ?? "the configuration") has no `input:`", .usage)
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
        for mapping in self.urls { _ = urls.map(mapping.prefix, to: mapping.path) }
        return Settings(
            configurationFile: configurationFile,
            input: input,
            overlays: (configuration?.overlays ?? []) + overlays.map(PathName.normalized),
            root: configuration?.root ?? (folder.isEmpty ? "." : folder),
            urls: urls,
            filter: configuration?.filter ?? OperationFilter(),
            schemas: configuration?.schemas ?? .reachable,
            types: configuration?.types ?? [],
            output: output,
            tests: includesTests ? tests.map(PathName.normalized) ?? configuration?.tests : nil,
            templatesFolder: configuration?.templates,
            isLenient: isLenient || configuration?.isLenient ?? false,
            emitter: EmitterOptions(
                moduleName: module ?? configuration?.module ?? SwiftIdentifier.moduleName(fromFolder: output ?? ""),
                prefix: prefix ?? configuration?.prefix ?? "",
                access: access ?? configuration?.access ?? .internal,
                layout: layout == .readable
                    ? .readable : .shards(shards ?? configuration?.shards ?? LayoutName.defaultShards),
                parts: parts ?? configuration?.parts ?? [.models, .client, .validation],
                nameOverrides: configuration?.names ?? [:],
                externalTypes: Dictionary(
                    (configuration?.types ?? []).map { ($0.schema, $0.type) }, uniquingKeysWith: { _, last in last }),
                defaultTransport: transport == "none" ? nil : DefaultTransport(transport)))
    }

    /// Returns the paths of the configuration file and the document.
    private func locate(_ inputs: InputRecord) throws -> (configuration: String?, document: String?) {
        let input = input.map(PathName.normalized)
        let isConfiguration = input.map { ["apus.yaml", "apus.yml"].contains(PathName.last(of: $0)) } ?? false
        if let configuration {
            if isConfiguration { throw RunError.message("two configuration files are given", .usage) }
            return (PathName.normalized(configuration), input)
        }
        guard let input else {
            if FileSystem.kind(of: "apus.yaml") == .file { return ("apus.yaml", nil) }
            throw RunError.message(
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
            throw RunError.message(error.description, .usage)
        }
    }
}
