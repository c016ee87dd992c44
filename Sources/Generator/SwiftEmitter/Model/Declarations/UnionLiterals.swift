import ApusAPIModel

/// The literals that can express a value of a union. Each can mean only one variant.
struct UnionLiterals {
    private(set) var all: [SwiftUnion.Literal] = []
    private let variants: [SwiftUnion.Variant]
    private let types: SwiftTypes

    init(_ variants: [SwiftUnion.Variant], _ types: SwiftTypes) {
        self.variants = variants
        self.types = types
        if let string = only({ if case .string = $0 { true } else { false } }) { add("String", .string, string) }
        if let boolean = only({ $0 == .boolean }) { add("Boolean", .named("Bool"), boolean) }
        addNumbers()
        if let array = only({ if case .array = $0 { true } else { false } }), case .array(let element) = array.use.type
        {
            add("Array", types.swiftType(element), array)
        }
    }

    private mutating func addNumbers() {
        let integer = only { if case .integer = $0 { true } else { false } }
        let number = only { if case .number(let format) = $0 { format != .decimal } else { false } }
        let hasInteger = variants.contains { if case .integer = $0.use.type { true } else { false } }
        if let integer {
            add("Integer", integer.type, integer)
        } else if let number, !hasInteger {
            add("Integer", .named("Int"), number) { "\(number.type)(\($0))" }
        }
        guard let number else { return }
        if number.use.type == .number(.exact) {
            add("Float", .named("Double"), number) { "\(number.type)(\($0))" }
        } else {
            add("Float", number.type, number)
        }
    }

    /// Returns the only variant whose type meets the condition. The result is `nil` if there are several or if it can
    /// be `null`.
    private func only(_ isMeant: (Type) -> Bool) -> SwiftUnion.Variant? {
        let meant = variants.filter { isMeant($0.use.type) }
        guard meant.count == 1, !types.isNullable(meant[0].use) else { return nil }
        return meant[0]
    }

    private mutating func add(
        _ kind: String, _ type: SwiftType, _ variant: SwiftUnion.Variant, converting: (String) -> String = { $0 }
    ) {
        let label = kind.prefix(1).lowercased() + kind.dropFirst() + "Literal"
        let isArray = kind == "Array"
        all.append(
            SwiftUnion.Literal(
                conformance: "ExpressibleBy\(kind)Literal",
                parameter: isArray ? "\(label) elements: \(type)..." : "\(label) value: \(type)",
                value: ".\(variant.name)(\(converting(isArray ? "elements" : "value")))"))
    }
}
