extension DiagnosticCode {
    public static let invalidModuleName = DiagnosticCode(
        "E0402", "not a module name",
        """
        Generated code uses the name of the module that it is part of, so the name must be an identifier: letters, \
        digits and underscores, not beginning with a digit. Set another name with `module` in the configuration or \
        with `--module`.
        """)

    public static let invalidShardCount = DiagnosticCode(
        "E0403", "not a number of shards",
        """
        In the sharded layout, types are distributed over a fixed number of files, from 1 to 100. Sixteen suit most \
        APIs. Set the number with `shards` in the configuration or with `--shards`.
        """)

    public static let invalidOverride = DiagnosticCode(
        "E0404", "not a Swift name",
        """
        A name from `names` in the configuration or from `x-apus-name` in the description is used unchanged. It must \
        be an identifier of letters, digits and underscores that does not begin with a digit.
        """)

    public static let nameTaken = DiagnosticCode(
        "E0405", "a name is given twice",
        """
        A name from `names` in the configuration or from `x-apus-name` is used unchanged. It cannot be the name of \
        something else in the same scope, or of a type that generated code uses, such as `String`. Give one of the \
        two another name.
        """)

    public static let recursiveAlias = DiagnosticCode(
        "E0406", "a type that contains only itself",
        """
        The schema has no properties and refers to itself, directly or through arrays and maps. Swift has no such \
        type, because a type alias cannot contain itself. Put the reference into a property of an object, or into a \
        variant of a `oneOf`.
        """)

    public static let malformedTemplate = DiagnosticCode(
        "E0411", "a template that cannot be parsed",
        """
        The template has a section that is not closed, a tag that is not finished, or a feature of Mustache that \
        Apus does not support: inheritance, dynamic partials and transforms.
        """)

    public static let unknownTemplateName = DiagnosticCode(
        "E0412", "a template uses a name that does not exist",
        """
        Every name in a template is checked before anything is generated, because a misspelled name would otherwise \
        print nothing. `apus templates export` writes the built-in templates, which use every name.
        """)

    public static let unknownTemplate = DiagnosticCode(
        "E0413", "not a template of Apus",
        """
        A file in the templates folder replaces the built-in template of the same name. This file does not have the \
        name of a built-in template, and no template includes it as a partial, so it has no effect. Most often the \
        name is misspelled.
        """)

    public static let schemeOfTransport = DiagnosticCode(
        "E0421", "a security scheme that a server does not check",
        """
        Certificates of clients (`type: mutualTLS`) are checked while a connection is made, before there is a request. \
        The code of a server therefore has no method for the scheme and takes it as met. Set up the certificates where \
        TLS ends: in the server library, or in the proxy before it.
        """)

    public static let noSuccess = DiagnosticCode(
        "E0422", "an operation without a described success",
        """
        The responses of the operation are all errors, so that a handler has nothing to return. The generated method \
        returns nothing, and the server answers with the status 204. Describe the response of a success.
        """)

    public static let unreachableOperation = DiagnosticCode(
        "E0423", "an operation that no request reaches",
        """
        A server tells operations apart by the method, the path and a query in the path (`/tasks?action=list`). \
        Another operation before this one has the same. A fragment (`#`) and the names of parameters in the path make \
        no difference, because a request has neither. Give one of the two another path, or leave it out with `filter`.
        """)

    public static let noSample = DiagnosticCode(
        "E0407", "no test, because no value is known",
        """
        A test calls each operation with values from the examples of the description, or with the simplest values \
        that the schemas allow. No value was found here, such as for a file, or for a string with a pattern. Give \
        the schema an `example`.
        """)

    /// The codes of emitting Swift.
    public static let emitter: [DiagnosticCode] = [
        invalidModuleName, invalidShardCount, invalidOverride, nameTaken, recursiveAlias,
        malformedTemplate, unknownTemplateName, unknownTemplate, schemeOfTransport, noSuccess,
        unreachableOperation, noSample,
    ]
}
