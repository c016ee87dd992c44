import ApusDiagnostics
import ApusLowering
import ApusOpenAPI
import ApusSwiftEmitter
import ApusYAMLSource

/// The content of a configuration file (`apus.yaml`). Missing values are `nil` or empty.
///
/// Paths are resolved against the file's folder.
struct ConfigurationFile {
    var input: String?
    var overlays: [String] = []
    var root: String?
    var output: String?
    /// The folder of generated tests.
    var tests: String?
    var module: String?
    /// The prefix of all type names.
    var prefix: String?
    var access: EmitterOptions.AccessLevel?
    var layout: LayoutName?
    var shards: Int?
    var parts: Set<EmitterOptions.Part>?
    /// The Swift names of names in the description.
    var names: [String: String] = [:]
    /// The user's types for schemas.
    var types: [TypeOverride] = []
    var templates: String?
    /// The local folders and files for URLs.
    var urls = URLMap()
    var isLenient: Bool?
    var filter = OperationFilter()
    var schemas: SchemaChoice?
    /// The chosen severities of warnings and notes.
    var severities: [DiagnosticCode: SeverityChoice] = [:]
    var client = Client()

    struct Client {
        /// The name of a module, or `none`.
        var defaultTransport: String?
    }

    static let keys = [
        "input", "overlays", "root", "output", "tests", "module", "prefix", "access", "layout", "shards", "parts",
        "names",
        "types", "templates",
        "urls", "filter", "schemas", "client", "lenient", "diagnostics",
    ]

    /// Reads a configuration file and reports all its problems.
    ///
    /// - Returns: `nil` if the file is not readable as YAML.
    init?(_ file: SourceFile, into diagnostics: inout Diagnostics) {
        guard let root = parse(file, into: &diagnostics) else { return nil }
        var reader = ConfigurationReader(folder: PathName.folder(of: file.path), diagnostics: diagnostics)
        defer { diagnostics = reader.diagnostics }
        guard root.kind == .mapping || root.kind == .null else {
            reader.refuse(root, "the configuration must be a mapping of keys to values")
            return nil
        }
        reader.checkKeys(of: root, among: Self.keys)
        input = reader.path(root, .input)
        overlays = reader.paths(root, .overlays)
        self.root = reader.folder(root["root"])
        output = reader.folder(root["output"])
        tests = reader.tests(root["tests"], output: output)
        module = reader.identifier(root["module"])
        prefix = reader.identifier(root["prefix"]).map { $0 == "none" ? "" : $0 }
        access = reader.choice(root["access"])
        layout = reader.choice(root["layout"])
        shards = reader.number(root["shards"], in: 1...LayoutName.maximumShards)
        parts = reader.choices(root["parts"])
        names = reader.identifiers(root["names"])
        types = reader.types(root["types"])
        templates = reader.path(root, .templates)
        urls = reader.urls(root, .urls)
        filter = reader.filter(root["filter"])
        schemas = reader.choice(root["schemas"])
        isLenient = reader.boolean(root["lenient"])
        severities = reader.severities(root["diagnostics"])
        if let node = root["client"], reader.isMapping(node) {
            reader.checkKeys(of: node, among: ["defaultTransport"], in: "client")
            client.defaultTransport = reader.qualifiedIdentifier(node["defaultTransport"])
        }
    }
}
