/// The arguments of a generated initializer or method.
struct Signature {
    struct Argument {
        /// The argument's name in the description, which tells it apart.
        var key: String
        var label: String
        /// Whether a call must have it.
        var isRequired: Bool
    }

    var arguments: [Argument]

    /// Whether a call that gives all arguments of both signatures has to give them in another order.
    func isReordered(in new: Signature) -> Bool {
        let common = Set(arguments.map(\.key)).intersection(new.arguments.map(\.key))
        return arguments.map(\.key).filter(common.contains) != new.arguments.map(\.key).filter(common.contains)
    }
}
