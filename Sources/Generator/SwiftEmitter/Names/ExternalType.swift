/// A Swift type that is declared outside the generated code, such as in the user's own module.
public struct ExternalType: Hashable, Sendable {
    /// The module of the type, or `nil` if no import is needed.
    public var module: String?
    /// The name in the module, with dots for nested types.
    public var name: String

    public init(module: String? = nil, name: String) {
        self.module = module
        self.name = name
    }
}

extension ExternalType {
    /// Whether the type gets a name in the module, so that one file only imports the other module.
    func needsAlias(in options: EmitterOptions) -> Bool {
        module.map { $0 != options.moduleName } ?? false
    }
}
