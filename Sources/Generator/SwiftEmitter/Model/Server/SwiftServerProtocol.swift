import ApusAPIModel
import ApusDiagnostics

/// The server of an API: a protocol with a method for each operation and each security scheme.
struct SwiftServerProtocol {
    let name: String
    let documentation: [String]
    /// The paths of the API's servers, without a slash at the end.
    let basePaths: [String]
    let schemes: [SwiftServerScheme]
    let operations: [SwiftServerOperation]

    init(_ types: SwiftTypes, into diagnostics: inout Diagnostics) {
        let (api, names) = (types.api, types.names)
        name = names.server
        documentation = Self.documentation(of: api)
        basePaths = Self.basePaths(of: api.servers)
        let schemes = SwiftServerScheme.all(of: api, into: &diagnostics)
        self.schemes = schemes
        operations = zip(api.operations, names.serverOperations).map { operation, names in
            SwiftServerOperation(operation, names: names, schemes: schemes, types, into: &diagnostics)
        }
        Self.reportUnreachable(api.operations, into: &diagnostics)
    }

    private static func documentation(of api: API) -> [String] {
        var comment = DocComment()
        comment.paragraph("What a server of \(api.title.isEmpty ? "the API" : api.title) does.")
        comment.paragraph(
            "A method returns the response of a success and throws the documented errors. Any other error that it "
                + "throws becomes a status 500 without details. `register(on:)` serves the methods.")
        comment.paragraph(api.summary)
        comment.paragraph(api.documentation)
        comment.seeAlso(api.externalDocumentation)
        return comment.lines
    }

    /// Returns the paths of servers, each once. Without servers, paths begin at the root.
    static func basePaths(of servers: [Server]) -> [String] {
        var paths: [String] = []
        for server in servers {
            let url = server.standardURL
            var path = url[...]
            if let scheme = url.firstRange(of: "//") { path = url[scheme.upperBound...].drop { $0 != "/" } }
            while path.last == "/" { path.removeLast() }
            let text = path.isEmpty || path.first == "/" ? String(path) : "/" + path
            if !paths.contains(text) { paths.append(text) }
        }
        return paths.isEmpty ? [""] : paths
    }

    /// Reports operations with the same requests as an earlier operation.
    private static func reportUnreachable(_ operations: [Operation], into diagnostics: inout Diagnostics) {
        var seen: [String: Operation] = [:]
        for operation in operations {
            let key = operation.method + " " + Self.shape(of: operation.path)
            guard let other = seen[key] else {
                seen[key] = operation
                continue
            }
            diagnostics.warning(
                .unreachableOperation,
                "no request reaches `\(SwiftText.oneLine(operation.id))`, because `\(SwiftText.oneLine(other.id))` has the same method and path",
                at: operation.origin.place)
        }
    }

    /// The path template without the names of its parameters and without a fragment.
    private static func shape(of path: String) -> String {
        var shape = ""
        var isName = false
        for character in path {
            switch character {
            case "{": isName = true
            case "}":
                isName = false
                shape += "{}"
            case "#" where !isName: return shape
            default: if !isName { shape.append(character) }
            }
        }
        return shape
    }
}
