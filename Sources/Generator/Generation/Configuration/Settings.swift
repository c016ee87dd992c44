import ApusLowering
import ApusOpenAPI
import ApusSwiftEmitter

/// The settings of a run, combined from the command line, the configuration file and the defaults.
package struct Settings {
    /// The configuration file, if there is one.
    package var configurationFile: String?
    package var input: String
    /// The overlays to apply to the input, in order.
    var overlays: [String]
    /// The folder that references must not leave.
    var root: String
    /// The local files for URLs in references.
    var urls: URLMap
    var filter: OperationFilter
    var schemas: SchemaChoice
    /// The user's types for schemas.
    var types: [TypeOverride]
    /// The folder of generated files, or `nil` if neither the command line nor the configuration names one.
    var output: String?
    /// The folder of generated tests, or `nil` if there are none.
    var tests: String?
    var templatesFolder: String?
    /// Whether operations and schemas with errors are omitted.
    var isLenient: Bool
    package var emitter: EmitterOptions
}

/// The component schemas for which types are generated.
enum SchemaChoice: String, CaseIterable {
    /// Those that operations need. In a description without operations, all of them.
    case reachable
    case all
}

/// The layout of generated files, as named on the command line and in the configuration.
package enum LayoutName: String, CaseIterable {
    /// A file per family of schemas and per tag: for output that people read.
    case readable
    /// A fixed set of files, for the build plugin, which must declare their names in advance.
    case shards

    /// The default number of shards, which the build plugin also uses.
    static let defaultShards = 16
    package static let maximumShards = 100
}
