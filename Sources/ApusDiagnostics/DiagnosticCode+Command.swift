/// E05xx: configuration and command line.
extension DiagnosticCode {
    public static let command: [DiagnosticCode] = [
        .unknownConfigurationKey, .wrongConfigurationValue, .unreadableFile, .foreignFile, .unknownFilterName, .unknownOverride,
        .collidingAPIs, .runtimeDoesNotFit,
        .unusedAcceptance, .expiredAcceptance,
    ]

    public static let unknownConfigurationKey = DiagnosticCode(
        "E0501", "unknown key in the configuration",
        """
        The configuration file has a key that Apus does not know. Nothing in it is skipped in silence, because a \
        misspelt key would otherwise look as if it had been obeyed.

        The keys are: input, overlays, root, output, module, prefix, access, layout, shards, parts, names, types, \
        templates, urls, filter, schemas, lenient, diagnostics, and client with defaultTransport. The README lists what \
        each one means.
        """)

    public static let wrongConfigurationValue = DiagnosticCode(
        "E0502", "wrong value in the configuration",
        """
        A key of the configuration file has a value of the wrong type, or one that is not among the values allowed.

            access: public            # public, package or internal
            layout: readable          # readable or shards
            shards: 16                # 1 to 100
            parts: [models, client]   # any of models, client, validation
            module: Pets              # a Swift identifier
            prefix: Store             # a Swift identifier, or none
            names:
              pet_v2: Pet             # name in the description: Swift identifier
            overlays: [ours.yaml]     # files of the Overlay Specification
            urls:                     # where the files of URLs lie
              https://schemas.example.com/v1/: vendor/schemas
            client:
              defaultTransport: none  # a module such as ApusURLSession, or none
            diagnostics:
              E0309: error            # error, warning or off, for a code whose problems do not stop generation
        """)

    public static let unreadableFile = DiagnosticCode(
        "E0503", "a file cannot be read",
        """
        A file that the command line or the configuration names is not there, is not a regular file, or may \
        not be read. Paths in a configuration file are relative to its folder; those on \
        the command line are relative to the folder in which the command runs.
        """)

    public static let unknownOverride = DiagnosticCode(
        "E0506", "a type for a schema that is not there",
        """
        `types` in the configuration says which type of your own stands for a schema, by the schema's key under \
        `components/schemas`. The description has no schema with this key.
        """)
    public static let unknownFilterName = DiagnosticCode(
        "E0505", "a filter that names what is not there",
        """
        `filter` in the configuration names a tag, a path or an operation that the description does not have. Left alone, a \
        misspelt name would take away what it is to keep, or keep what it is to take away.

            filter:
              include:
                tags: [pets]
                paths: [/stores/*]            # all that begin alike
              exclude:
                operations: [deletePet, POST /stores]
        """)

    public static let collidingAPIs = DiagnosticCode(
        "E0507", "two APIs of a target declare one type",
        """
        A target may have several descriptions, each with its own `apus.yaml`. All of what is generated from them is in \
        one module, so that no two of them may declare a type of the same name. The types of an API below the target's \
        folder begin with the name of its folder. Choose another beginning in its configuration:

            prefix: Store             # Pet becomes StorePet

        Names that you give yourself (`names`, `x-apus-name`) have no prefix.
        """)

    public static let runtimeDoesNotFit = DiagnosticCode(
        "E0508", "a runtime that does not know the generated code",
        """
        Generated code and the runtime that it uses go together by the format of generated code, which `apus --version` \
        names. The package that the generated files are for has resolved a version of the package `apus` whose runtime \
        does not know this format, so that the generated code will not compile.

        Update the package `apus` to the version of the tool (`swift package update`), or generate with the tool of the \
        runtime's version.
        """)

    public static let foreignFile = DiagnosticCode(
        "E0504", "a file in the output folder is not Apus's",
        """
        The output folder holds a file with the name of one to be generated, but without the header of generated \
        files. Apus overwrites and removes only what it has written itself. Move or delete the file, or choose \
        another output folder.
        """)
}
