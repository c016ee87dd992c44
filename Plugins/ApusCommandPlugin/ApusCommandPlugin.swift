import Foundation
import PackagePlugin

/// Runs the tool for `swift package apus …` in the package's folder, or once for each target named by `--target`.
@main
struct ApusCommandPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        var extractor = ArgumentExtractor(arguments)
        let names = extractor.extractOption(named: "target")
        let rest = extractor.remainingArguments
        let tool = try context.tool(named: "apus").url
        if names.isEmpty {
            try run(tool, rest, in: context.package.directoryURL)
        }
        for target in try context.package.targets(named: names) {
            try run(tool, rest, in: target.directoryURL)
        }
    }

    private func run(_ tool: URL, _ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        // The tool has already printed its errors.
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw ToolFailed(status: process.terminationStatus)
        }
    }
}

/// The error of a tool with an exit status other than 0.
struct ToolFailed: Error, CustomStringConvertible {
    let status: Int32

    var description: String { "apus ended with status \(status)" }
}
