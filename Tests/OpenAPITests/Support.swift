import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// A loader with files in memory, by path.
struct Files: SourceLoader {
    var texts: [String: String]

    func load(_ path: String) throws(SourceLoadingError) -> SourceFile {
        guard let text = texts[path] else { throw .missing }
        return SourceFile(path: path, bytes: Array(text.utf8))
    }
}

/// Returns a description with a header and the given rest.
func description(_ rest: String, openapi: String = "3.1.0") -> String {
    "openapi: \(openapi)\ninfo: {title: T, version: '1'}\n" + rest
}

/// Reads a description and other files. Returns the problems as `file:line: code message`.
func read(
    _ text: String, files: [String: String] = [:], urls: [String: String] = [:]
) -> (document: Document?, problems: [String]) {
    var map = URLMap()
    for (url, path) in urls where !map.map(url, to: path) { fatalError("\(url) cannot be mapped") }
    var diagnostics = Diagnostics()
    let document = ApusOpenAPI.read(
        SourceFile(path: "api/openapi.yaml", bytes: Array(text.utf8)), loader: Files(texts: files), urls: map,
        into: &diagnostics)
    let problems = diagnostics.all.map {
        "\($0.place.map { "\($0.file):\($0.line)" } ?? "?"): \($0.severity.rawValue)[\($0.code.id)]: \($0.message)"
            + ($0.help.map { " (\($0))" } ?? "")
    }
    return (document, problems)
}

extension Document {
    /// Returns the end of the chain of the reference in a component schema, as `file#pointer`.
    func target(ofSchema pointer: String) -> String? {
        root.resolve(pointer: "/components/schemas" + pointer).flatMap(resolve).map { "\($0.file.path)#\($0.pointer)" }
    }
}
