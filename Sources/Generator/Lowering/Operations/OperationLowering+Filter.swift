import ApusDiagnostics
import ApusOpenAPI

// Filtering of operations.
extension OperationLowering {
    /// The names by which a filter can match an operation.
    private struct Names {
        var path: String
        var tags: [String]
        var operation: [String]

        init(_ operation: OperationObject, method: String, path: String) {
            self.path = path
            tags = operation.tags
            self.operation = [operation.operationID, "\(method) \(path)"].compactMap { $0 }
        }
    }

    func isWanted(_ operation: OperationObject, method: String, path: String) -> Bool {
        if options.filter.isEmpty { return true }
        let names = Names(operation, method: method, path: path)
        let isIncluded = options.filter.include.isEmpty || isMeant(names, by: options.filter.include)
        return isIncluded && !isMeant(names, by: options.filter.exclude)
    }

    private func isMeant(_ names: Names, by selection: OperationFilter.Selection) -> Bool {
        selection.tags.contains { names.tags.contains($0.text) }
            || selection.paths.contains { Self.matches(names.path, $0.text) }
            || selection.operations.contains { names.operation.contains($0.text) }
    }

    private static func matches(_ path: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? path.hasPrefix(pattern.dropLast()) : path == pattern
    }

    /// Reports names in the filter that match nothing in the description.
    mutating func checkFilter() {
        if options.filter.isEmpty { return }
        var tags = document.tags.map(\.name)
        var paths: [String] = []
        var operations: [String] = []
        for (path, item) in document.paths {
            paths.append(path)
            for (method, operation) in item.operations {
                tags += operation.tags
                operations += Names(operation, method: method, path: path).operation
            }
        }
        for (_, item) in document.webhooks {
            for (_, operation) in item.operations {
                tags += operation.tags
                operations += [operation.operationID].compactMap { $0 }
            }
        }
        for selection in [options.filter.include, options.filter.exclude] {
            check(selection.tags, "tag", among: tags)
            check(selection.operations, "operation", among: operations)
            let exact = selection.paths.filter { name in !name.text.hasSuffix("*") }
            check(exact, "path", among: paths)
            for pattern in selection.paths where pattern.text.hasSuffix("*") {
                if paths.contains(where: { Self.matches($0, pattern.text) }) { continue }
                diagnostics.error(.unknownFilterName, "no path matches `\(pattern.text)`", at: pattern.place)
            }
        }
    }

    private mutating func check(_ names: [OperationFilter.Name], _ noun: String, among known: [String]) {
        let all = Set(known)
        for name in names where !all.contains(name.text) {
            diagnostics.error(
                .unknownFilterName, "the description has no \(noun) `\(name.text)`", at: name.place,
                help: suggestion(for: name.text, among: all))
        }
    }
}
