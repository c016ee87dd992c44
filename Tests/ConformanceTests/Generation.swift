import ApusDiagnostics
import ApusLowering
import ApusOpenAPI
import ApusRuntime
import ApusSwiftEmitter
import ApusYAMLSource
import Foundation

/// The result of generating a schema: Swift code or a rejection.
enum Generation {
    case code(String)
    case refused(String)

    private static let description = """
        openapi: 3.1.0
        info: {title: Conformance, version: 1.0.0}
        paths: {}
        components:
          schemas:
            Instance:
              type: object
              required: [value]
              properties:
                value: {$ref: schema.json}
        """

    /// Generates the type `Instance` with the schema as its member `value`, within a namespace.
    init(_ schema: JSONValue, namespace: String) throws {
        let file = SourceFile(path: "openapi.yaml", bytes: Array(Self.description.utf8))
        try self.init(file, schema: try JSON.encode(schema), namespace: namespace)
    }

    /// Generates the types of a description within a namespace.
    init(
        _ file: SourceFile, schema: [UInt8] = [], namespace: String,
        parts: Set<EmitterOptions.Part> = [.models, .validation]
    ) throws {
        var diagnostics = Diagnostics()
        let loader = SuiteLoader(schema: schema)
        var files: [GeneratedFile] = []
        var urls = URLMap()
        _ = urls.map("http://localhost:1234", to: "remotes")
        if let document = read(file, loader: loader, urls: urls, into: &diagnostics), !diagnostics.hasErrors {
            let options = LoweringOptions(includesUnreachableSchemas: true)
            let api = lower(document, options: options, into: &diagnostics)
            if !diagnostics.hasErrors {
                let options = EmitterOptions(moduleName: "Program", access: .internal, parts: parts)
                files = emit(api, options: options, into: &diagnostics)
            }
        }
        if let error = diagnostics.all.first(where: { $0.severity == .error }) {
            let place = error.place.map { "\($0.file):\($0.line):\($0.column): " } ?? "nowhere: "
            self = .refused("\(place)[\(error.code.id)] \(error.message)")
            return
        }
        let lines = files.flatMap { $0.contents.split(separator: "\n", omittingEmptySubsequences: false) }
            .filter { line in !["import ", "// Generated", "private typealias _Format"].contains { line.hasPrefix($0) }
            }
        self = .code("enum \(namespace) {\n\(lines.joined(separator: "\n"))\n}\n")
    }
}

/// Loads the schema, and the documents of the suite for URLs.
private struct SuiteLoader: SourceLoader {
    let schema: [UInt8]

    func load(_ path: String) throws(SourceLoadingError) -> SourceFile {
        if path == "schema.json" { return SourceFile(path: path, bytes: schema) }
        guard let url = SchemaSuite.root?.appendingPathComponent(path), let data = try? Data(contentsOf: url) else {
            throw .missing
        }
        return SourceFile(path: path, bytes: [UInt8](data))
    }
}
