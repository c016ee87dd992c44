import Foundation
import Hummingbird
import Logging

// Prints its port, and serves until its standard input ends.
//
//     StubServer FILE
//
// FILE contains the response to a query.

SecondProcess.endsWithParent()
guard CommandLine.arguments.count == 2 else { fatalError("the argument is the file of a response") }
let records = try Data(contentsOf: URL(filePath: CommandLine.arguments[1]))
let router = Router()
router.get("/cpu") { _, _ in String(processorTime()) }
try StubHandler(records: records).registerHandlers(on: HummingbirdRoutes(router: router))

var logger = Logger(label: "StubServer")
logger.logLevel = .error
let application = Application(
    router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
    onServerRunning: {
        print($0.localAddress?.port ?? 0)
        fflush(nil)
    }, logger: logger)
try await application.run()
