import ApusGeneration

/// What `ApusBuildPlugin` runs. It takes the arguments of that plugin and no others, so that who uses the plugin has no
/// parser of arguments to build before the first file is generated.
@main
enum BuildTool {
    static func main() {
        run(Array(CommandLine.arguments.dropFirst())).end()
    }

    private static func run(_ arguments: [String]) -> ExitStatus {
        do {
            guard arguments.count == 4, let shards = Int(arguments[3]) else {
                throw RunError.message("these are not the arguments of ApusBuildPlugin: INPUT OUTPUT MODULE SHARDS", .usage)
            }
            var request = Request(input: arguments[0])
            request.output = arguments[1]
            request.module = arguments[2]
            request.layout = .shards
            request.shards = shards
            try generate(request, reporter: Reporter(.line))
            return .success
        } catch {
            return ExitStatus(reporting: error)
        }
    }
}
