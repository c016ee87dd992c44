import ApusAPIModel
import ApusDiagnostics
import ApusLowering
import ApusOpenAPI
import ApusOverlay
import ApusSwiftEmitter
import ApusYAMLSource

/// The stages in order, from input files to generated files. Each adds its problems to the findings.
package struct Pipeline {
    let settings: Settings
    let progress: Progress
    /// A file that is read in place of the input.
    private let replacement: SourceFile?

    package init(settings: Settings, progress: Progress, replacement: SourceFile? = nil) {
        self.settings = settings
        self.progress = progress
        self.replacement = replacement
    }

    /// Reads the document and all files that it refers to.
    ///
    /// - Throws: `RunError.reported` if there are errors.
    package func document(into findings: inout Findings) throws -> Document {
        progress.begin(.parse, "parsing \(settings.input)")
        let inputs = findings.inputs
        let loader = try Self.checkingUsage { () throws(FileSystemError) in
            try FileLoader(roots: [settings.root] + settings.urls.targets, inputs: inputs, progress: progress)
        }
        let file = try input(into: &findings)
        let root = parse(file, keys: .openAPI, into: &findings.diagnostics)
        let overlays = try self.overlays(into: &findings)
        guard let root = root.flatMap({ apply(overlays, to: $0, into: &findings) }) else {
            throw RunError.reported(findings.errorStatus)
        }
        progress.begin(.read, "reading \(settings.input)")
        let document = read(root, loader: loader, urls: settings.urls, into: &findings.diagnostics)
        if let document { findings.sources += document.files.filter { $0 !== file } }
        guard let document else { throw RunError.reported(findings.errorStatus) }
        return document
    }

    private func overlays(into findings: inout Findings) throws -> [Overlay] {
        var overlays: [Overlay] = []
        guard !settings.overlays.isEmpty else { return [] }
        progress.begin(.overlay, "parsing \(counted(settings.overlays.count, "overlay"))")
        for path in settings.overlays {
            let file = try source(path, into: &findings, help: "it is listed in `overlays`")
            if let overlay = Overlay(file, into: &findings.diagnostics) { overlays.append(overlay) }
        }
        return overlays
    }

    /// Applies the overlays in order. Returns `nil` if the description exceeds a limit.
    private func apply(_ overlays: [Overlay], to root: Node, into findings: inout Findings) -> Node? {
        var root = root
        for overlay in overlays {
            progress.begin(.overlay, "applying \(overlay.file.path)")
            guard let changed = overlay.apply(to: root, into: &findings.diagnostics) else { return nil }
            root = changed
        }
        return root
    }

    /// Returns the lowered API. It may be incomplete if there are errors.
    package func api(into findings: inout Findings) throws -> API {
        let document = try document(into: &findings)
        progress.begin(.lower, "lowering \(Self.size(of: document))")
        let options = LoweringOptions(
            includesUnreachableSchemas: settings.schemas == .all, filter: settings.filter,
            externalSchemas: settings.types.map { ExternalSchema(name: $0.schema, at: $0.place) },
            isLenient: settings.isLenient, includesExamples: settings.tests != nil)
        return lower(document, options: options, into: &findings.diagnostics)
    }

    /// Returns the generated files, and those of the tests.
    ///
    /// - Throws: `RunError.reported` if there are errors.
    package func files(into findings: inout Findings) throws -> (code: [GeneratedFile], tests: [GeneratedFile]) {
        var options = settings.emitter
        let inputs = findings.inputs
        options.templates = try Self.checkingUsage { () throws(FileSystemError) in try templates(inputs) }
        let api = try api(into: &findings)
        if findings.diagnostics.hasErrors { throw RunError.reported(findings.errorStatus) }
        progress.begin(
            .emit, "emitting \(counted(api.operations.count, "operation")) and \(counted(api.types.count, "type"))")
        let files = emit(api, options: options, into: &findings.diagnostics)
        let tests = settings.tests == nil ? [] : emitTests(api, options: options, into: &findings.diagnostics)
        if findings.diagnostics.hasErrors { throw RunError.reported(findings.errorStatus) }
        return (files, tests)
    }

    /// Reads the document itself. The user named it, so it may be in any folder.
    private func input(into findings: inout Findings) throws -> SourceFile {
        if let replacement {
            findings.sources.append(replacement)
            return replacement
        }
        return try source(
            settings.input, into: &findings, help: settings.configurationFile.map { "`input:` in \($0) names it" })
    }

    private func source(_ path: String, into findings: inout Findings, help: String?) throws -> SourceFile {
        findings.inputs.note(path)
        do {
            let file = SourceFile(path: path, bytes: try FileSystem.read(path, limit: Limits.default.maximumBytes))
            findings.sources.append(file)
            return file
        } catch {
            findings.diagnostics.error(.unreadableFile, error.description, at: nil, help: help)
            throw RunError.reported(.usage)
        }
    }

    private func templates(_ inputs: InputRecord) throws(FileSystemError) -> [String: String] {
        guard let folder = settings.templatesFolder else { return [:] }
        inputs.note(folder)
        var templates: [String: String] = [:]
        for name in try FileSystem.names(in: folder) where name.hasSuffix(".mustache") {
            let path = PathName.resolve(name, in: folder)
            inputs.note(path)
            templates[name] = String(decoding: try FileSystem.read(path, limit: 1 << 20), as: UTF8.self)
        }
        return templates
    }

    /// Returns the numbers of paths and component schemas in words.
    private static func size(of document: Document) -> String {
        let schemas = document.components.schemas.count
        return "\(counted(document.paths.count, "path")) and \(counted(schemas, "component schema"))"
    }

    /// Runs `work` and turns a `FileSystemError` into a usage error, because the user named a path that does not exist.
    private static func checkingUsage<Result>(
        _ work: () throws(FileSystemError) -> Result
    ) throws(RunError) -> Result {
        do { return try work() } catch { throw .message(error.description, .usage) }
    }
}
