import ArgumentParser
import ApusGeneration
import ApusSwiftEmitter

struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Works with the templates of generated code.",
        subcommands: [Export.self]
    )

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the built-in templates to a folder, to be changed there.",
            discussion: """
                Keep the files that you change, delete the others, and name the folder in apus.yaml:

                  templates: Templates

                A file that is there already is not overwritten.

                Example:
                  apus templates export Templates
                """
        )

        @Argument(help: "The folder.", completion: .directory)
        var folder: String

        func run() throws {
            try FileSystem.makeFolder(PathName.normalized(folder))
            var count = 0
            for template in builtInTemplates {
                let path = PathName.resolve(template.name, in: folder)
                if FileSystem.kind(of: path) != nil {
                    Output.error.write("note: \(path) is there already and stays as it is\n")
                    continue
                }
                try FileSystem.create(path, template.text)
                count += 1
            }
            Output.standard.write("\(folder): \(count) templates written\n")
        }
    }
}
