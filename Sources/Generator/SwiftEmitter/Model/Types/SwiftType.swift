/// A type as Swift source spells it.
indirect enum SwiftType: Hashable, Sendable {
    /// A type without arguments, such as `Int` or one that is generated.
    case named(String)
    case optional(SwiftType)
    case array(SwiftType)
    /// A dictionary whose keys are strings, as the names of JSON's members are.
    case dictionary(SwiftType)
    /// A generic type with one argument, such as `Presence<Int>`.
    case generic(String, SwiftType)

    static let string = SwiftType.named("String")
    static let jsonValue = SwiftType.named("JSONValue")

    var text: String {
        switch self {
        case .named(let name): name
        case .optional(let wrapped): wrapped.text + "?"
        case .array(let element): "[\(element.text)]"
        case .dictionary(let value): "[String: \(value.text)]"
        case .generic(let name, let argument): "\(name)<\(argument.text)>"
        }
    }
}

extension SwiftType {
    /// The type of the value in an optional, or the type itself.
    var wrapped: SwiftType {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }
}

/// A type within a longer text is spelled as in Swift.
extension SwiftType: CustomStringConvertible {
    var description: String { text }
}
