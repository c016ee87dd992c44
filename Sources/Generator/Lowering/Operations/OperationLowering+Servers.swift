import ApusDiagnostics
import ApusOpenAPI

// Servers whose URL can be used.
extension OperationLowering {
    /// The servers of the description, without those whose URL cannot be used: a client is given another.
    mutating func shared(_ servers: [ServerObject]) -> [ServerObject] {
        servers.filter { server in
            guard let problem = problem(of: server, .warning) else { return true }
            diagnostics.report(problem)
            return false
        }
    }

    /// The servers of a path or an operation, which is called nowhere else: each needs a URL that can be used.
    mutating func own(_ servers: [ServerObject]) -> [ServerObject] {
        for server in servers {
            if let problem = problem(of: server, .error) { diagnostics.report(problem) }
        }
        return servers
    }

    /// Why the URL of a server cannot be used.
    private func problem(of server: ServerObject, _ severity: Severity) -> Diagnostic? {
        let place = (server.node["url"] ?? server.node).place
        let names = server.variables.map(\.name)
        if let missing = server.urlVariables.first(where: { !names.contains($0) }) {
            return Diagnostic(
                .unusableServer, severity, "the server has no variable `\(missing)`", at: place,
                label: severity == .warning ? "this server is left out" : nil,
                help: suggestion(for: missing, among: names) ?? "describe it under `variables`, with a `default`")
        }
        guard let end = server.url.first(where: { $0 == "?" || $0 == "#" }) else { return nil }
        return Diagnostic(
            .unusableServer, severity, "the URL of a server cannot have a \(end == "?" ? "query" : "fragment")",
            at: place,
            label: severity == .warning ? "this server is left out" : nil,
            help: end == "?"
                ? "remove the query, and describe it by parameters of the operations" : "remove `#` and what follows it"
        )
    }
}
