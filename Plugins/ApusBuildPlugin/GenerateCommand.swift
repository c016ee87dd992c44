import Foundation
import PackagePlugin

/// The build command that generates all APIs of a target. It is a single command, so that the tool can report types that
/// two APIs declare.
struct GenerateCommand {
    let descriptions: TargetDescriptions
    let target: String
    let module: String

    func command(tool: URL, in folder: URL) -> Command {
        var arguments = ["generate-target", "--module", module]
        var outputs: [URL] = []
        for api in descriptions.apis {
            let output = api.outputs(in: folder)
            outputs += output.files
            arguments += [
                "--input", api.entry.path(percentEncoded: false), "--output", output.folder.path(percentEncoded: false),
                "--prefix", api.prefix.isEmpty ? "none" : api.prefix, "--shards", "\(api.shards)",
            ]
        }
        return .buildCommand(
            displayName: "Generating the API of \(target)", executable: tool, arguments: arguments,
            inputFiles: descriptions.inputs, outputFiles: outputs)
    }
}
