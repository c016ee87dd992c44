import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// `x-apus-operators`, which says that some alternatives combine or negate values of their union.
extension SchemaLowering {
    /// Returns the variants that the operators make.
    ///
    /// - Parameters:
    ///   - union: The schema with the extension and the alternatives.
    ///   - alternatives: The schemas of the variants, in their order.
    mutating func operators(of union: Schema, _ alternatives: [Conjunction]) -> [LogicalOperator: Int] {
        guard let node = union[.operators] else { return [:] }
        var result: [LogicalOperator: Int] = [:]
        for entry in node.entries {
            guard let logical = LogicalOperator(rawValue: entry.key) else {
                report(entry.keyNode, "`\(entry.key)` is not one of the operators `and`, `or` and `not`")
                continue
            }
            guard let member = entry.value.string,
                let index = alternatives.firstIndex(where: { $0.properties.map(\.name) == [member] })
            else {
                report(entry.value, "no alternative has this one member")
                continue
            }
            let value = alternatives[index].properties[0].schemas[0]
            let operand = logical == .not ? value : value.target?.subschema(.items) ?? value.subschema(.items)
            guard let operand, (operand.document.resolve(operand.node) ?? operand.node) == union.node else {
                let expected = logical == .not ? "a value" : "a list of values"
                report(entry.value, "the member `\(member)` is not \(expected) of this schema")
                continue
            }
            result[logical] = index
        }
        return result
    }

    private mutating func report(_ node: Node, _ problem: String) {
        diagnostics.error(
            .invalidExtension, problem, at: node.place,
            help: "name the only member of the alternative that combines or negates values, such as `and: parts`")
    }
}
