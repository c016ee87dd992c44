import Hummingbird
import Logging

/// The three servers.
public struct VendorServers: Sendable {
    private let options: ServerOptions
    private let report: @Sendable (String) -> Void

    /// - Parameter report: Gets a line for each server once it listens.
    public init(_ options: ServerOptions, report: @escaping @Sendable (String) -> Void) {
        self.options = options
        self.report = report
    }

    /// Serves until the task is cancelled.
    ///
    /// - Throws: ``StorageProblem`` if the database file cannot be used.
    public func run() async throws {
        let storage = try options.storage()
        let galileo = try await GalileoService(key: options.galileoKey, storage: storage, samples: options.hasSamples)
        let applications = [
            application("Galileo", port: options.galileoPort, try galileo.router()),
            application("Galtea", port: options.galteaPort, try GalteaService(storage: storage).router()),
            application("HoneyHive", port: options.honeyHivePort, try HoneyHiveService(storage: storage).router()),
        ]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for application in applications {
                group.addTask { try await application.run() }
            }
            try await group.waitForAll()
        }
    }

    private func application(
        _ name: String, port: Int, _ router: Router<BasicRequestContext>
    ) -> some ApplicationProtocol {
        var logger = Logger(label: name)
        logger.logLevel = .warning
        let host = options.host
        return Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { [report] channel in
                report("\(name): http://\(host):\(channel.localAddress?.port ?? port)")
            }, logger: logger)
    }
}
