/// A value that the description gives as an example. It satisfies its schema as far as lowering checks it.
public struct Example: Sendable {
    /// The key among the `examples` of a body or a parameter.
    public var name: String?
    public var value: JSONLiteral
    public var origin: Origin

    public init(name: String? = nil, value: JSONLiteral, origin: Origin) {
        self.name = name
        self.value = value
        self.origin = origin
    }
}
