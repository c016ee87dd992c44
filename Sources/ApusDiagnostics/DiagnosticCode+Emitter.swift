extension DiagnosticCode {
    public static let serverNotSupported = DiagnosticCode(
        "E0401", "servers are not generated",
        """
        The options ask for the part `server`. This version of Apus generates models, clients and validation.
        Remove `server` from `parts` in the configuration or from `--parts`.
        """)

    public static let invalidModuleName = DiagnosticCode(
        "E0402", "not a module name",
        """
        The name of the module that generated code is part of is used in that code, so it must be an identifier:
        letters, digits and underscores, not beginning with a digit. Give another one with `module` in the
        configuration or with `--module`.
        """)

    public static let invalidShardCount = DiagnosticCode(
        "E0403", "not a number of shards",
        """
        In the sharded layout, types are spread over a fixed number of files, 1 to 100. Sixteen suit most APIs.
        """)

    public static let invalidOverride = DiagnosticCode(
        "E0404", "not a Swift name",
        """
        A name given by `names` in the configuration or by `x-apus-name` in the description is used
        as it is, so it must be an identifier of letters, digits and underscores that does not begin with a digit.
        """)

    public static let nameTaken = DiagnosticCode(
        "E0405", "a name is given twice",
        """
        A name given by `names` in the configuration or by `x-apus-name` is used as it is, so it cannot also be
        the name of something else in the same scope, nor of a type that generated code uses itself, such as `String`.
        Give one of the two another name.
        """)

    public static let recursiveAlias = DiagnosticCode(
        "E0406", "a type that is only itself",
        """
        A schema without properties of its own that refers to itself, directly or by way of arrays and maps, has no
        Swift counterpart: a type alias cannot contain itself. Put the reference into a property of an object, or into
        a variant of a `oneOf`.
        """)

    public static let malformedTemplate = DiagnosticCode(
        "E0411", "a template cannot be read",
        """
        A template's tags do not fit together: a section is not closed, a tag is not finished, or the template uses
        what Apus's templates do without (changed delimiters, inheritance, dynamic partials, transforms).
        """)

    public static let unknownTemplateName = DiagnosticCode(
        "E0412", "a template asks for something that is not there",
        """
        Every name in a template is looked up in what that template is given before anything is generated, so that a
        misspelt one does not silently print nothing. `apus templates export` writes the built-in templates,
        which use every name.
        """)

    public static let unknownTemplate = DiagnosticCode(
        "E0413", "not a template of Apus",
        """
        A file in the templates folder replaces the built-in template of the same name. A file that has no such
        name, and that no template includes as a partial, has no effect; most likely its name is misspelt.
        """)

    /// The codes of emitting Swift.
    public static let emitter: [DiagnosticCode] = [
        serverNotSupported, invalidModuleName, invalidShardCount, invalidOverride, nameTaken, recursiveAlias,
        malformedTemplate, unknownTemplateName, unknownTemplate,
    ]
}
