import Foundation
import PackagePlugin

/// Generates a target's APIs at build time: one from each `apus.yaml` below the target's folder or, without any, one from
/// the `openapi.yaml` in that folder.
@main
struct ApusBuildPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let command = GenerateCommand(
            descriptions: try TargetDescriptions(in: target.directoryURL, of: target.name), target: target.name,
            module: target.moduleName)
        return [command.command(tool: try context.tool(named: "apus").url, in: context.pluginWorkDirectoryURL)]
    }
}
