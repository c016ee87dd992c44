import Foundation
import PackagePlugin

/// Generates a target's API while it is built, from the `apus.yaml` or the `openapi.yaml` in the target's folder.
@main
struct ApusBuildPlugin: BuildToolPlugin {
    /// SwiftPM plans a command's outputs before any description is read, so their number is fixed. A shard that
    /// no type falls into is written without declarations.
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
