/// A rendered declaration, with the dependencies of its file.
struct Declaration {
    enum Kind {
        case type, alias, client, server, operation
    }

    var kind: Kind
    /// The Swift name, which determines the shard.
    var name: String
    /// The path of its file in the readable layout, without the extension.
    var file: String
    var text: String
    /// The part of the runtime that the text needs.
    var runtime: RuntimeUse
    /// Another module that the text needs.
    var module: String?
    /// Whether the declaration is an enum of raw values. The compiler does not count its conformance as a use of a
    /// `package import`.
    var isEnumeration = false
}
