import ApusLowering
import ApusOpenAPI
import ApusSwiftEmitter

/// What a run does: the command line over the configuration file over the defaults.
package struct Settings {
    /// The configuration file, if there is one.
    var configurationFile: String?
    var input: String
    /// The overlays that change the input, in their order.
    var overlays: [String]
    /// The folder that `$ref`s may not leave.
    var root: String
    /// Where the files lie that references name by URL.
    var urls: URLMap
    var filter: OperationFilter
    var schemas: SchemaChoice
    /// Types of the user's own that stand for schemas.
    var types: [TypeOverride]
    /// The folder of generated files; nil if neither the command line nor the configuration names one.
    var output: String?
    var templatesFolder: String?
    /// Whether operations and schemas with errors are left out.
    var isLenient: Bool
    var emitter: EmitterOptions
}

/// Which component schemas become types.
enum SchemaChoice: String, CaseIterable {
    /// Those that an operation needs; all of them in a description without operations.
    case reachable
    case all
}

/// How generated code is spread over files, as options and configuration name it.
package enum LayoutName: String, CaseIterable {
    /// A file per family of schemas and per tag: for output that people read.
    case readable
    /// A fixed set of files: for the build plugin, which must know their names beforehand.
    case shards

    /// The number of shards unless another is given; the build plugin declares as many outputs.
    static let defaultShards = 16
    package static let mostShards = 100
}
