#if Mock
import ApusGeneration
import ApusHummingbird
import ApusMock
import ArgumentParser
import Hummingbird
import Logging

/// The command line of the mock.
struct Mock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apus mock",
        abstract: "Serves a description with examples and made data.",
        discussion: """
            Requests are checked against the description. Responses are the description's examples, or else data made \
            from its schemas, which is the same for the same --seed. Every request is a line of the log.

            A client chooses the response with the header field Prefer:
              Prefer: code=404            the response with this status
              Prefer: example=empty       the example with this name
              Prefer: dynamic=true        made data although there are examples

            Examples:
              apus mock openapi.yaml
              apus mock openapi.yaml --port 8080 --stateful --watch
              apus mock openapi.yaml --latency 200 --fault-rate 0.1
            """
    )

    @Argument(
        help: ArgumentHelp(
            "An OpenAPI document, an apus.yaml, or a folder with one. The default is the apus.yaml of this folder.",
            valueName: "input"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var input: String?

    @Option(help: "The address to listen at.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at. 0 is any free one.")
    var port = 4010

    @Option(help: "The seed of made data.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The time before each response.", valueName: "milliseconds"))
    var latency = 0

    @Option(help: ArgumentHelp("The part of requests that fail with a status 503, from 0 to 1.", valueName: "rate"))
    var faultRate = 0.0

    @Flag(help: "Keep what is created in collections: POST /things, then GET, PUT, PATCH and DELETE.")
    var stateful = false

    @Flag(help: "Take up changes of the description while the server runs.")
    var watch = false

    @Option(
        help: ArgumentHelp(
            "An overlay that changes the document, after those of the configuration. Can be repeated.",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var overlay: [String] = []

    func validate() throws {
        if !(0...1).contains(faultRate) { throw ValidationError("--fault-rate is a number from 0 to 1.") }
        if !(0...3_600_000).contains(latency) { throw ValidationError("--latency is a number of milliseconds.") }
        if !(0...65535).contains(port) { throw ValidationError("--port is a number from 0 to 65535.") }
    }

    func run() async throws {
        var request = ApusGeneration.Request(input: input)
        request.overlays = overlay
        let options = MockOptions(
            seed: seed, latency: .milliseconds(latency), faultRate: faultRate, isStateful: stateful)
        let mock = try ServedMock(request, options: options)
        var logger = Logger(label: "apus-mock")
        logger.logLevel = .error
        let application = Application(
            responder: HummingbirdResponder { head, body in await mock.current.respond(to: head, body: body) },
            configuration: .init(address: .hostname(host, port: port)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? port
                Output.standard.write("serving \(mock.current.summary) at http://\(host):\(port); Ctrl-C ends\n")
                if watch { mock.watch() }
            },
            logger: logger)
        do {
            try await application.runService()
        } catch {
            throw RunError.message("the server at \(host):\(port) ended: \(error)", .failure)
        }
    }
}

extension MockServer {
    fileprivate var summary: String { "\(title) with \(counted(operationCount, "operation"))" }
}
#endif
