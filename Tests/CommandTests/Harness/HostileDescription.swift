/// A description whose names all try to escape from file names, comments, literals and declarations.
enum HostileDescription {
    static let yaml = """
        openapi: 3.1.0
        info:
          title: "x */ \\nstruct Evil {} //"
          version: "1\\n#error(\\"evil\\")"
        paths:
          /things:
            post:
              operationId: "../../evil\\n"
              responses:
                "200":
                  description: "*/ struct Evil {} /*"
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:

        """
        + names.enumerated().map { number, name in
            "                  \"\(name)\": { type: object, properties: { p\(number): { type: string } } }\n"
        }.joined()

    /// The names, as written in a double-quoted YAML scalar.
    private static let names = [
        "../../evil", "/tmp/evil", "..", ".hidden", "a/b", "a\\\\b", "CON", "Client", "struct", "\\u202Eevil",
        "a\\nb", "\\\" + evil() + \\\"", "`", "", "Evil {} struct X",
    ]
}
