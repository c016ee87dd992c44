import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// The references in the JSON Schema Test Suite, with its remote documents in a local folder.
@Suite(.enabled(if: shared("suites/json-schema") != nil, "set APUS_SHARED to the folder with the test suites"))
struct SchemaSuiteTests {
    static let names = [
        "anchor", "defs", "dynamicRef", "infinite-loop-detection", "ref", "refRemote", "unevaluatedItems",
        "unevaluatedProperties",
    ]

    /// The rejected references, to the meta-schema, which is not among the remote documents.
    static let refused: [String: [String]] = [
        "defs": ["validate definition against metaschema: E0207"],
        "ref": ["remote ref, containing refs itself: E0207"],
    ]

    @Test(arguments: names) func resolves(_ name: String) throws {
        let folder = try #require(shared("suites/json-schema"))
        let text = try bytes(of: folder.appendingPathComponent("tests/draft2020-12/\(name).json"))
        let groups = try #require(try JSONSerialization.jsonObject(with: Data(text)) as? [[String: Any]])
        var problems: [String] = []
        for group in groups {
            let schema = try JSONSerialization.data(withJSONObject: group["schema"] ?? true, options: .fragmentsAllowed)
            problems += errors(in: schema, remotes: folder).map { "\(group["description"] ?? ""): \($0)" }
        }
        #expect(problems == Self.refused[name, default: []])
    }

    /// Returns the errors in a description that refers to the schema as a file.
    private func errors(in schema: Data, remotes folder: URL) -> [String] {
        var urls = URLMap()
        let isMapped = urls.map("http://localhost:1234/", to: folder.appendingPathComponent("remotes").path)
        #expect(isMapped)
        var diagnostics = Diagnostics()
        let text = description("components: {schemas: {Test: {$ref: schema.json}}}\n")
        let file = SourceFile(path: "openapi.yaml", bytes: Array(text.utf8))
        _ = read(file, loader: SchemaFile(schema: schema), urls: urls, into: &diagnostics)
        return diagnostics.all.filter { $0.severity == .error }.map(\.code.id)
    }
}

private struct SchemaFile: SourceLoader {
    var schema: Data

    func load(_ path: String) throws(SourceLoadingError) -> SourceFile {
        guard let data = path == "schema.json" ? schema : FileManager.default.contents(atPath: path) else {
            throw .missing
        }
        return SourceFile(path: path, bytes: [UInt8](data))
    }
}
