import ApusGeneration
import ApusSwiftEmitter
import ArgumentParser

struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Exports the templates of generated code.",
        subcommands: [Export.self]
    )

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the built-in templates to a folder, where you can change them.",
            discussion: """
                Keep the files that you change, delete the others, and set the folder in apus.yaml:

                  templates: Templates

                Existing files are not overwritten.

                Example:
                  apus templates export Templates
                """
        )

        @Argument(help: "The folder to write to.", completion: .directory)
        var folder: String

        func run() throws {
            try FileSystem.makeFolder(PathName.normalized(folder))
            var count = 0
            for template in builtInTemplates {
                let path = PathName.resolve(template.name, in: folder)
                if FileSystem.kind(of: path) != nil {
                    Output.error.write("note: \(path) exists already and is not overwritten\n")
                    continue
                }
                try FileSystem.create(path, template.text)
                count += 1
            }
            Output.standard.write("\(folder): \(count) templates written\n")
        }
    }
}
