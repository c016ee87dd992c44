import ApusDiagnostics
import ApusGeneration
import ApusSwiftEmitter
import ArgumentParser

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Writes an apus.yaml for a description, and shows what Package.swift needs.",
        discussion: """
            In the folder of a package, the command writes the configuration to the folder of the target, and the \
            build plugin generates code when the target is built. In other folders, the configuration is for \
            `apus generate`. Existing files are not overwritten.

            Examples:
              apus init openapi.yaml --add
              apus init ../pets.json --target Pets --parts models,validation
              apus init openapi.yaml --add --apus ../apus --plugins ../apus/dist/apus-plugins
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The OpenAPI document. The default is the openapi.yaml of the target or of this folder.",
            valueName: "document"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var document: String?

    @Option(help: ArgumentHelp("The target to generate for. Required if the package has several.", valueName: "name"))
    var target: String?

    @Option(
        help: ArgumentHelp("What to generate: models, client, validation, separated by commas.", valueName: "parts"),
        transform: GenerationOptions.parts)
    var parts: Set<EmitterOptions.Part>?

    @Flag(help: "Add the required lines to Package.swift.")
    var add = false

    @Option(
        help: ArgumentHelp("The package `apus`. The default is the package of this tool.", valueName: "folder-or-url"),
        completion: .directory)
    var apus: String?

    @Option(
        help: ArgumentHelp(
            "The package `apus-plugins`. The default is the package of this tool.", valueName: "folder-or-url"),
        completion: .directory)
    var plugins: String?

    func run() throws {
        guard FileSystem.kind(of: "Package.swift") == .file else {
            guard !add, target == nil else {
                throw RunError.message(
                    "there is no Package.swift in this folder: run `swift package init` first", .usage)
            }
            let configuration = try NewConfiguration(in: "", document: document, parts: parts, output: "Generated")
            try configuration.write()
            Output.standard.write("\(configuration.path): written; `apus generate` writes to the folder Generated\n")
            return
        }
        try setUpPackage()
    }

    private func setUpPackage() throws {
        let target = try TargetFolder(named: target)
        let text = String(decoding: try FileSystem.read("Package.swift", limit: 1 << 20), as: UTF8.self)
        var manifest = Manifest(text)
        let own = OwnPackages()
        let additions = PackageAdditions(
            target: target.name, parts: parts, apus: PackageLocation(apus ?? own.apus ?? "../apus"),
            plugins: (plugins ?? (apus == nil ? own.plugins : nil)).map(PackageLocation.init),
            knowsTraits: manifest.knowsTraits)
        // With `--add`, a configuration of an earlier run will do.
        let isConfigured = add && document == nil && NewConfiguration.existing(in: target.path) != nil
        let configuration =
            isConfigured ? nil : try NewConfiguration(in: target.path, document: document, parts: parts, output: nil)
        if add {
            do {
                try additions.add(to: &manifest)
            } catch {
                throw RunError.message(
                    "nothing was added to Package.swift, because \(error.reason); it needs these lines\n\n\(additions.text)",
                    .usage)
            }
        }
        if let configuration {
            try configuration.write()
            Output.standard.write("\(configuration.path): written\n")
        }
        if !add {
            Output.standard.write(
                "\nPackage.swift needs these lines, which `apus init --add` adds:\n\n\(additions.text)")
        } else if manifest.contents == text {
            Output.standard.write("Package.swift: needs no change\n")
        } else {
            try FileSystem.replace("Package.swift", with: manifest.contents)
            Output.standard.write("Package.swift: changed; `swift build` generates and builds\n")
        }
    }
}
