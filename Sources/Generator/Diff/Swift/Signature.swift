/// The arguments of a generated initializer or method.
struct Signature {
    struct Argument {
        /// The argument's name in the description, which identifies it.
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

    /// Returns why a call of this signature does not match the new one, except for types.
    func sourceBreak(in new: Signature) -> String? {
        for argument in new.arguments where argument.isRequired {
            guard let old = arguments.first(where: { $0.key == argument.key }), old.isRequired else {
                return "the argument `\(argument.label)` is required"
            }
        }
        if let gone = arguments.first(where: { old in !new.arguments.contains { $0.key == old.key } }) {
            return "the argument `\(gone.label)` was removed"
        }
        return isReordered(in: new) ? "the arguments have another order" : nil
    }
}
