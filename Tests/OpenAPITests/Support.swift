import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

/// Files by path, in memory.
struct Files: SourceLoader {
    var texts: [String: String]

    func load(_ path: String) throws(SourceLoadingError) -> SourceFile {
        guard let text = texts[path] else { throw .missing }
        return SourceFile(path: path, bytes: Array(text.utf8))
    }
}

/// A description with the given rest behind its head.
func description(_ rest: String, openapi: String = "3.1.0") -> String {
    "openapi: \(openapi)\ninfo: {title: T, version: '1'}\n" + rest
}

/// Reads a description and the files beside it; problems come as `file:line: code message`.
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
    /// Where the reference in a component schema leads, as `file#pointer`; following the whole chain.
    func target(ofSchema pointer: String) -> String? {
        root.resolve(pointer: "/components/schemas" + pointer).flatMap(resolve).map { "\($0.file.path)#\($0.pointer)" }
    }
}
