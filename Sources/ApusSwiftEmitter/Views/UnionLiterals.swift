import ApusAPIModel

/// A kind of literal that can stand for a union's value, so that what is sent is light to write.
struct LiteralView: TemplateView {
    /// The standard library's protocol.
    var conformance: String
    /// The parameter of its initialiser.
    var parameter: String
    /// The value that the initialiser makes.
    var value: String

    static let fields: [TemplateField<Self>] = [
        .text("conformance", \.conformance), .text("parameter", \.parameter), .text("value", \.value),
    ]
}

extension Catalog {
    /// The literals of a union that is sent: those that only one variant can be meant by.
    func literals(of declaration: TypeDeclaration, variants: [UnionView.Variant], _ union: UnionShape) -> [LiteralView] {
        guard declaration.direction.contains(.request) else { return [] }
        var result: [LiteralView] = []
        func add(_ kind: String, _ type: String, _ variant: UnionView.Variant?, converting: (String) -> String = { $0 }) {
            guard let variant else { return }
            let label = kind.prefix(1).lowercased() + kind.dropFirst() + "Literal"
            let value = converting(kind == "Array" ? "elements" : "value")
            let parameter = kind == "Array" ? "\(label) elements: \(type)..." : "\(label) value: \(type)"
            result.append(
                LiteralView(
                    conformance: "ExpressibleBy\(kind)Literal", parameter: parameter, value: ".\(variant.member)(\(value))"))
        }
        /// The only variant that is of one of these types.
        func only(_ isMeant: (Type) -> Bool) -> (type: Type, view: UnionView.Variant)? {
            let indices = union.variants.indices.filter { isMeant(union.variants[$0].type.type) }
            guard indices.count == 1, !isNullable(union.variants[indices[0]].type) else { return nil }
            return (union.variants[indices[0]].type.type, variants[indices[0]])
        }
        add("String", "String", only { if case .string = $0 { true } else { false } }?.view)
        add("Boolean", "Bool", only { $0 == .boolean }?.view)
        let integer = only { if case .integer = $0 { true } else { false } }
        let number = only { if case .number(let format) = $0 { format != .decimal } else { false } }
        if let integer {
            add("Integer", swiftType(integer.type), integer.view)
        } else if let number, !union.variants.contains(where: { if case .integer = $0.type.type { true } else { false } }) {
            add("Integer", "Int", number.view) { "\(swiftType(number.type))(\($0))" }
        }
        if let number {
            let isExact = number.type == .number(.exact)
            add("Float", isExact ? "Double" : swiftType(number.type), number.view) {
                isExact ? "\(swiftType(number.type))(\($0))" : $0
            }
        }
        if let array = only({ if case .array = $0 { true } else { false } }), case .array(let element) = array.type {
            add("Array", swiftType(element), array.view)
        }
        return result
    }
}
