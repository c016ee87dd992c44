import Foundation
import PackagePlugin

/// Generates a target's API at build time from the `apus.yaml` or `openapi.yaml` in the target's folder.
@main
struct ApusBuildPlugin: BuildToolPlugin {
    /// The number of output files. It is constant, because SwiftPM needs the outputs of a command before the
    /// description is read. A shard without types has no declarations.
    private static let shards = 16

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let description = try DescriptionFiles(in: target.directoryURL, of: target.name)
        let folder = context.pluginWorkDirectoryURL.appending(path: "Generated")
        let models = (0..<Self.shards).map { folder.appending(path: "Models\($0 < 10 ? "0" : "")\($0).swift") }
        return [
            .buildCommand(
                displayName: "Generating the API of \(target.name)",
                executable: try context.tool(named: "apus").url,
                arguments: [
                    "generate-target", description.entry.path(percentEncoded: false),
                    "--output", folder.path(percentEncoded: false),
                    "--module", target.moduleName, "--shards", "\(Self.shards)",
                ],
                inputFiles: description.inputs,
                outputFiles: models + [folder.appending(path: "Client.swift")])
        ]
    }
}
