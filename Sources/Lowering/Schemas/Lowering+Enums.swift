import APIModel
import Diagnostics
import OpenAPI
import YAMLSource

// `enum` and `const`.
extension Lowering {
    mutating func enumeration(_ whole: Conjunction, path: NamePath) -> TypeUse {
        let origin = origin(of: whole.place.node)
        let source = whole.parts.first { $0["enum"] != nil } ?? whole.parts.first { $0["const"] != nil } ?? whole.place
        let values = source["enum"].map { Array($0.elements) } ?? source["const"].map { [$0] } ?? []
        let present = values.filter { $0.kind != .null }
        let kinds = Set(present.map(\.kind))
        let rawType: EnumShape.RawType
        switch kinds {
        case [.string]: rawType = .string
        case [.integer] where present.allSatisfy({ Int64($0.text) != nil }): rawType = .integer
        default: return assertedEnumeration(whole, values: values)
        }
        let names = source["x-enum-varnames"] ?? source["x-enumNames"] ?? source["x-apus-enum-names"]
        let texts = source["x-enum-descriptions"] ?? source["x-enumDescriptions"]
        var cases: [EnumShape.Case] = []
        for (index, value) in values.enumerated() where value.kind != .null {
            let literal = literal(value)
            if let first = cases.firstIndex(where: { $0.value == literal }) {
                diagnostics.warning(
                    .duplicateEnumValue, "`\(value.text)` is listed twice", at: value.place,
                    notes: [.init("first listed here", at: values[first].place)])
                continue
            }
            cases.append(
                EnumShape.Case(
                    value: literal, explicitName: element(index, value.text, of: names),
                    documentation: element(index, value.text, of: texts)))
        }
        let id = declare(
            .enumeration(EnumShape(rawType: rawType, cases: cases, isOpen: false)), for: whole, path: path,
            constraints: Constraints())
        return TypeUse(.named(id), origin: origin)
    }

    /// The text for one value in a list beside `enum`, or in a mapping by value.
    private func element(_ index: Int, _ value: String, of node: Node?) -> String? {
        guard let node else { return nil }
        if node.kind == .mapping { return node[value]?.string }
        let elements = node.elements
        return index < elements.count ? elements[index].string : nil
    }

    /// Values that make no enum type: the JSON type that they have in common, and an assertion.
    private mutating func assertedEnumeration(_ whole: Conjunction, values: [Node]) -> TypeUse {
        let origin = origin(of: whole.place.node)
        let kinds = Set(values.filter { $0.kind != .null }.map(\.kind))
        let type: Type
        switch kinds {
        case [.boolean]: type = .boolean
        case [.number], [.number, .integer]: type = .number(.unspecified)
        default: type = .any
        }
        var assertions: [Constraints.Assertion] = []
        for part in whole.parts {
            for keyword in ["enum", "const"] {
                guard let operand = part[keyword] else { continue }
                assertions.append(
                    .init(
                        keyword: keyword, operand: literal(operand), message: message(for: keyword, in: part),
                        origin: self.origin(of: operand)))
            }
        }
        return TypeUse(type, constraints: Constraints(assertions), origin: origin)
    }
}
