import ApusLowering
import ApusYAMLSource

extension ConfigurationReader {
    mutating func filter(_ node: Node?) -> OperationFilter {
        guard let node, isMapping(node) else { return OperationFilter() }
        checkKeys(of: node, among: ["include", "exclude"], in: "filter")
        return OperationFilter(
            include: selection(node["include"], in: "filter.include"),
            exclude: selection(node["exclude"], in: "filter.exclude"))
    }

    private mutating func selection(_ node: Node?, in key: String) -> OperationFilter.Selection {
        guard let node, isMapping(node) else { return .init() }
        checkKeys(of: node, among: ["tags", "paths", "operations"], in: key)
        return .init(tags: names(node["tags"]), paths: names(node["paths"]), operations: names(node["operations"]))
    }

    private mutating func names(_ node: Node?) -> [OperationFilter.Name] {
        guard let node else { return [] }
        guard node.kind == .sequence else {
            refuse(node, "this must be a list of names")
            return []
        }
        return node.elements.compactMap { element in
            string(element).map { OperationFilter.Name($0, at: element.place) }
        }
    }
}
