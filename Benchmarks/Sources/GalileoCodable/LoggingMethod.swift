// Written by scripts/peers.py: do not edit.

/// What logs a record: the playground of the console, the Python or the TypeScript client, or a program
/// that calls the API itself.
public nonisolated enum LoggingMethod: String, Codable, Hashable, Sendable {
    case playground
    case pythonClient = "python_client"
    case typescriptClient = "typescript_client"
    case apiDirect = "api_direct"
}
