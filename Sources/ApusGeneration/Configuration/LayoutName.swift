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
