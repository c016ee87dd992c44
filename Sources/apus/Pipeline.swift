import APIModel
import Diagnostics
import Lowering
import OpenAPI
import SwiftEmitter
import YAMLSource

/// The stages in their order, from files to files; each stage's problems go to the findings.
struct Pipeline {
    let settings: Settings
    let progress: Progress

    /// Reads the document and all that it refers to.
    ///
    /// - Throws: `CommandError.reported` if there are errors.
    func document(into findings: inout Findings) throws -> Document {
        progress.show("reading \(settings.input)")
        let loader = try Self.checkingUsage { () throws(FileSystemError) in 
            try FileLoader(roots: [settings.root] + settings.urls.targets)
        }
        let file = try input(into: &findings)
        let document = read(file, loader: loader, urls: settings.urls, into: &findings.diagnostics)
        if let document { findings.sources += document.files.filter { $0 !== file } }
        guard let document else { throw CommandError.reported(findings.errorStatus) }
        return document
    }

    /// The description as the emitter sees it. It may be incomplete if there are errors.
    func api(into findings: inout Findings) throws -> API {
        let document = try document(into: &findings)
        progress.show("lowering")
        return lower(
            document, options: LoweringOptions(isLenient: settings.isLenient), into: &findings.diagnostics)
    }

    /// The files to be generated.
    ///
    /// - Throws: `CommandError.reported` if there are errors.
    func files(into findings: inout Findings) throws -> [GeneratedFile] {
        var options = settings.emitter
        options.templates = try Self.checkingUsage(templates)
        let api = try api(into: &findings)
        if findings.diagnostics.hasErrors { throw CommandError.reported(findings.errorStatus) }
        progress.show("emitting")
        let files = emit(api, options: options, into: &findings.diagnostics)
        if findings.diagnostics.hasErrors { throw CommandError.reported(findings.errorStatus) }
        return files
    }

    /// The document itself, which the user named and which may lie anywhere.
    private func input(into findings: inout Findings) throws -> SourceFile {
        do {
            let bytes = try FileSystem.read(settings.input, limit: Limits.default.maximumBytes)
            let file = SourceFile(path: settings.input, bytes: bytes)
            findings.sources.append(file)
            return file
        } catch {
            findings.diagnostics.error(
                .unreadableFile, error.description, at: nil,
                help: settings.configurationFile.map { "`input:` in \($0) names it" })
            throw CommandError.reported(.usage)
        }
    }

    private func templates() throws(FileSystemError) -> [String: String] {
        guard let folder = settings.templatesFolder else { return [:] }
        var templates: [String: String] = [:]
        for name in try FileSystem.names(in: folder) where name.hasSuffix(".mustache") {
            let path = PathName.resolve(name, in: folder)
            templates[name] = String(decoding: try FileSystem.read(path, limit: 1 << 20), as: UTF8.self)
        }
        return templates
    }

    /// Does what fails only if the user has named a path that is not there.
    private static func checkingUsage<Result>(
        _ work: () throws(FileSystemError) -> Result
    ) throws(CommandError) -> Result {
        do { return try work() } catch { throw .message(error.description, .usage) }
    }
}
