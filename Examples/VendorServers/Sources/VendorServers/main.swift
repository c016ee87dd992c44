import Foundation
import Vendors

if CommandLine.arguments.contains("--help") {
    print(ServerOptions.usage)
    exit(0)
}
let options: ServerOptions
do {
    options = try ServerOptions(arguments: CommandLine.arguments.dropFirst())
} catch {
    FileHandle.standardError.write(Data("VendorServers: \(error)\n\n\(ServerOptions.usage)\n".utf8))
    exit(2)
}
try await VendorServers(options) { FileHandle.standardOutput.write(Data("\($0)\n".utf8)) }.run()
