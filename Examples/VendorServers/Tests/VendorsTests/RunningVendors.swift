import Vendors

/// The URLs of the three servers.
struct RunningVendors: Sendable {
    let galileo: String
    let galtea: String
    let honeyHive: String

    /// Runs the servers on free ports while `test` runs.
    static func run(_ test: @escaping @Sendable (RunningVendors) async throws -> Void) async throws {
        var options = ServerOptions()
        (options.galileoPort, options.galteaPort, options.honeyHivePort) = (0, 0, 0)
        options.hasSamples = true
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        let servers = VendorServers(options) { continuation.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                try await servers.run()
            }
            var urls: [String: String] = [:]
            for await line in lines {
                let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
                urls[parts[0]] = parts[1]
                if urls.count == 3 { break }
            }
            try await test(
                RunningVendors(
                    galileo: urls["Galileo"] ?? "", galtea: urls["Galtea"] ?? "", honeyHive: urls["HoneyHive"] ?? ""))
            group.cancelAll()
        }
    }
}
