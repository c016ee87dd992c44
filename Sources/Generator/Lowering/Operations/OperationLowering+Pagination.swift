import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// `x-apus-pagination`: how one page leads to the next.
extension OperationLowering {
    private static let keys: [String: [String]] = [
        "token": ["request", "response", "items"], "cursor": ["request", "cursor", "items", "more"],
        "offset": ["request", "items", "limit", "total"], "page": ["request", "items", "first", "total"],
        "link": ["items"], "url": ["response", "items"],
    ]

    /// - Parameter lowered: The operation with its parameters.
    mutating func pagination(of operation: OperationObject, _ lowered: Operation) -> Pagination? {
        guard let node = operation.specificationExtension("x-apus-pagination") else { return nil }
        let style = node["style"]?.text ?? "token"
        guard let keys = Self.keys[style] else {
            diagnostics.invalidExtension(
                "`x-apus-pagination` has no style `\(style)`", node["style"] ?? node, Self.keys.keys.sorted())
            return nil
        }
        for entry in node.entries where entry.key != "style" && !keys.contains(entry.key) {
            diagnostics.invalidExtension(
                "`x-apus-pagination` has no field `\(entry.key)` in the style `\(style)`", entry.keyNode, keys)
        }
        let required =
            keys.filter { ["request", "response", "cursor"].contains($0) } + (style == "token" ? ["items"] : [])
        let missing = required.filter { node[$0] == nil }
        if !missing.isEmpty {
            let list = required.map { "`\($0)`" }
            let text =
                list.count > 1 ? list.dropLast().joined(separator: ", ") + " and " + list[list.count - 1] : list[0]
            diagnostics.invalidExtension("`x-apus-pagination` needs \(text)", node)
            return nil
        }
        let body = schema(operation.requestBody?.content)
        let answer = schema(operation.responses.first { $0.name.hasPrefix("2") }?.object.content)
        let inputs = lowered.parameters.map(\.name) + (body.map { Conjunction([$0]).properties.map(\.name) } ?? [])
        func input(_ key: String) -> String? {
            guard let name = node[key] else { return nil }
            if !inputs.contains(name.text) {
                diagnostics.invalidExtension("there is no parameter or property `\(name.text)`", name, inputs)
            }
            return name.text
        }
        func path(_ key: String) -> [String]? { node[key].map { self.path($0, in: answer) } }

        let items = path("items") ?? []
        let request = input("request")
        let result: Pagination.Style
        switch style {
        case "cursor":
            result = .cursor(
                member: node["cursor"]?.text.split(separator: ".").map(String.init) ?? [], more: path("more"))
        case "offset": result = .offset(limit: input("limit"), total: path("total"))
        case "page":
            let first = node["first"].flatMap { Int($0.text) } ?? 1
            result = .page(first: first, total: path("total"))
        case "link": result = .link
        case "url": result = .url(next: path("response") ?? [])
        default: result = .token(next: path("response") ?? [])
        }
        return Pagination(result, request: request, items: items, origin: node.origin)
    }

    private func schema(_ content: [(name: String, object: MediaTypeObject)]?) -> Schema? {
        (content?.first { MediaForm($0.name) == .json } ?? content?.first)?.object.schema
    }

    /// The names of members on the way to a value: a name, or several with dots between them.
    private mutating func path(_ node: Node, in schema: Schema?) -> [String] {
        var schemas = schema.map { [$0] } ?? []
        if Conjunction(schemas).properties.contains(where: { $0.name == node.text }) { return [node.text] }
        let names = node.text.split(separator: ".").map(String.init)
        for name in names {
            let properties = Conjunction(schemas).properties
            guard let property = properties.first(where: { $0.name == name }) else {
                diagnostics.invalidExtension("there is no property `\(name)`", node, properties.map(\.name))
                return names
            }
            schemas = property.schemas
        }
        return names
    }
}
