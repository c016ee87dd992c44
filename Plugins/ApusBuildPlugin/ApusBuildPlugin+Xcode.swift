#if canImport(XcodeProjectPlugin)
import Foundation
import PackagePlugin
import XcodeProjectPlugin

extension ApusBuildPlugin: XcodeBuildToolPlugin {
    /// Generates the APIs of a target of an Xcode project from the files that the project lists for the target.
    func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
        let project = context.xcodeProject.directoryURL
        let descriptions = try TargetDescriptions(
            target.inputFiles.map(\.url), mainFolders: [project, project.appending(path: target.displayName)],
            of: target.displayName)
        let command = GenerateCommand(
            descriptions: descriptions, target: target.displayName, module: Self.moduleName(of: target))
        return [command.command(tool: try context.tool(named: "apus").url, in: context.pluginWorkDirectoryURL)]
    }

    /// Returns the name of the target's module, which Xcode derives from the name of the product.
    private static func moduleName(of target: XcodeTarget) -> String {
        let name = target.product?.name ?? target.displayName
        let identifier = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        return identifier.first?.isNumber ?? true ? "_" + identifier : identifier
    }
}
#endif
