/// The transport of clients that are created without one.
public struct DefaultTransport: Equatable, Sendable {
    public var module: String
    /// A type of the module that has an initializer without parameters.
    public var type: String

    public init(module: String, type: String) {
        self.module = module
        self.type = type
    }

    /// Reads `Module.Type`, or a module alone.
    ///
    /// The type of a module alone is the module's name, without `Apus` at its beginning, and `Transport`: the module
    /// `ApusURLSession` has `URLSessionTransport`.
    public init(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        module = parts.first ?? text
        type =
            parts.count > 1
            ? parts[1] : (module.hasPrefix("Apus") ? String(module.dropFirst("Apus".count)) : module) + "Transport"
    }
}
