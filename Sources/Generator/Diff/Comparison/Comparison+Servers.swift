import ApusAPIModel

extension Comparison {
    /// Compares the servers of an API or an operation by the templates of their URLs.
    mutating func compareServers(_ a: [Server], _ b: [Server], of owner: String, old: Origin?, new: Origin?) {
        let site = Site(name: owner, old: old, new: new)
        for server in a where !b.contains(where: { $0.urlTemplate == server.urlTemplate }) {
            report(
                .serverRemoved, "\(owner) no longer has the server `\(server.urlTemplate)`", at: site, .request,
                narrows: .risky,
                source: server.variables.isEmpty ? nil : "the function for its URL was removed")
        }
        for server in b {
            guard let previous = a.first(where: { $0.urlTemplate == server.urlTemplate }) else {
                report(.serverAdded, "\(owner) has the new server `\(server.urlTemplate)`", at: site)
                continue
            }
            compareVariables(previous, server, at: site)
        }
    }

    private mutating func compareVariables(_ a: Server, _ b: Server, at site: Site) {
        for variable in a.variables {
            guard let next = b.variables.first(where: { $0.name == variable.name }) else { continue }
            let name = "the variable `\(variable.name)` of `\(a.urlTemplate)`"
            let gone = next.values.isEmpty ? [] : variable.values.filter { !next.values.contains($0) }
            if !gone.isEmpty {
                report(
                    .serverVariableChanged, "\(name) no longer has \(list(gone))", at: site, .request,
                    narrows: .breaking, source: "the cases of its enum were removed")
            } else if variable.values.isEmpty != next.values.isEmpty {
                report(
                    .serverVariableChanged, "\(name) has \(next.values.isEmpty ? "any value" : "listed values only")",
                    at: site, .request, narrows: next.values.isEmpty ? .safe : .breaking,
                    source: "the argument has another type")
            }
            if variable.defaultValue != next.defaultValue {
                report(
                    .serverVariableChanged,
                    "\(name) has the default `\(next.defaultValue)` instead of `\(variable.defaultValue)`", at: site,
                    .request, narrows: .risky)
            }
        }
    }
}

/// Returns words in backticks, separated by commas.
func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
