/// A rendered declaration, and what decides about the file that it goes to.
struct Declaration {
    enum Kind {
        case type, alias, client, operation
    }

    var kind: Kind
    /// The Swift name, by which the shard is chosen.
    var name: String
    /// The path of its file in the readable layout, without the extension.
    var file: String
    var text: String
    /// What the text names of the runtime.
    var runtime: RuntimeUse
    /// A further module that the text needs.
    var module: String?
    /// Whether it is an enum of raw values, whose conformance the compiler does not count as a use of a `package import`.
    var isEnumeration = false
}
