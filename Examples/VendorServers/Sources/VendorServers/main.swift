import Foundation
import Vendors

/// Prints a line and ends.
func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data("VendorServers: \(message)\n".utf8))
    exit(status)
}

if CommandLine.arguments.contains("--help") {
    print(ServerOptions.usage)
    exit(0)
}
let options: ServerOptions
do {
    options = try ServerOptions(arguments: CommandLine.arguments.dropFirst())
} catch {
    fail("\(error)\n\n\(ServerOptions.usage)", status: 2)
}
do {
    try await VendorServers(options) { FileHandle.standardOutput.write(Data("\($0)\n".utf8)) }.run()
} catch {
    fail("\(error)", status: 1)
}
