import ApusDiagnostics
import ApusOpenAPI

// Servers with usable URLs.
extension OperationLowering {
    /// The servers of the description with a usable URL. Without one, the caller of the client must supply it.
    mutating func shared(_ servers: [ServerObject]) -> [ServerObject] {
        servers.filter { server in
            guard let problem = problem(of: server, .warning) else { return true }
            diagnostics.report(problem)
            return false
        }
    }

    /// The servers of a path or an operation. Each must have a usable URL, because the operation has no other server.
    mutating func own(_ servers: [ServerObject]) -> [ServerObject] {
        for server in servers {
            if let problem = problem(of: server, .error) { diagnostics.report(problem) }
        }
        return servers
    }

    /// Why the URL of a server cannot be used, or `nil` if it can.
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
