import ApusDiagnostics
import ApusYAMLSource

// Checks path templates (OpenAPI Specification, "Path Templating").
extension Checker {
    /// Queues the paths for a comparison of templates with parameters, which needs all references resolved.
    mutating func checkPaths(_ paths: Node) {
        pathMaps.append(paths)
    }

    mutating func checkPathParameters() {
        for paths in pathMaps {
            for entry in paths.entries where entry.key.hasPrefix("/") {
                let shared = parameterNames(in: entry.value[.parameters])
                for member in entry.value.entries where PathItemObject.methods.contains(member.key) {
                    let own = parameterNames(in: content(of: member.value)?[.parameters])
                    compare(template: entry, operation: member, with: shared.merging(own) { _, new in new })
                }
            }
        }
    }

    private mutating func compare(template: Entry, operation: Entry, with parameters: [String: Node]) {
        let names = braced(in: template.key)
        for name in names where parameters[name] == nil {
            diagnostics.warning(
                .pathParameters, "the path has `{\(name)}`, but no path parameter has this name",
                at: operation.keyNode.place, notes: [.init("the path is here", at: template.keyNode.place)],
                help: closest(to: name, in: parameters.keys.sorted()).map { "did you mean the parameter `\($0)`?" })
        }
        for (name, node) in parameters.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
            diagnostics.warning(
                .pathParameters, "the path `\(template.key)` has no `{\(name)}`", at: node.place,
                help: closest(to: name, in: names).map { "did you mean `{\($0)}`?" })
        }
    }

    private func parameterNames(in list: Node?) -> [String: Node] {
        var result: [String: Node] = [:]
        for element in content(of: list)?.elements.map({ $0 }) ?? [] {
            let parameter = element[.reference] == nil ? element : targets[element] ?? element
            guard parameter[.location]?.text == "path", let name = parameter[.name] else { continue }
            result[name.text] = name
        }
        return result
    }

}

/// Returns the names in braces in a template, in order.
func braced(in template: String) -> [String] {
    template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
        part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
}
