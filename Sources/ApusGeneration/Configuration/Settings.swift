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
