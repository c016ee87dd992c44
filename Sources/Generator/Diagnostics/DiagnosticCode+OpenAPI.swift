// E02xx: the OpenAPI document.
extension DiagnosticCode {
    public static let unsupportedVersion = DiagnosticCode(
        "E0201", "not a supported OpenAPI version",
        """
        Apus reads OpenAPI 3.0, 3.1 and 3.2. The `openapi` field at the top of the document gives the version. \
        Convert a Swagger 2.0 document first, with `npx swagger2openapi swagger.yaml --outfile openapi.yaml` or at \
        https://converter.swagger.io.
        """)
    public static let unknownField = DiagnosticCode(
        "E0202", "a field that the object does not have",
        """
        The OpenAPI Specification lists the fields of each object. Most often another field is misspelled, or is at \
        the wrong level of indentation. The names of extensions begin with `x-`.
        """)
    public static let wrongType = DiagnosticCode(
        "E0203", "a value of the wrong type",
        "The OpenAPI Specification requires another type of value in this field.")
    public static let missingField = DiagnosticCode(
        "E0204", "a required field is missing",
        "The OpenAPI Specification requires the field in this object.")
    public static let invalidValue = DiagnosticCode(
        "E0205", "a value that the field does not allow",
        """
        The OpenAPI Specification lists the values of this field. Swagger 2.0 allowed other values, such as `in: \
        body`.
        """)
    public static let missingTarget = DiagnosticCode(
        "E0206", "a reference that does not resolve",
        """
        A `$ref` names its target by a path relative to the file that contains it and, after `#`, by a JSON Pointer \
        (RFC 6901) or the name of an `$anchor`. Nothing is at this place.

        In a schema with an `$id`, references are relative to that `$id` rather than to the file, and `#` is that \
        schema (JSON Schema 2020-12, section 8.2.1).
        """)
    public static let remoteReference = DiagnosticCode(
        "E0207", "a URL that is not mapped to a local file",
        """
        Apus never uses the network, so that it generates the same code everywhere. Download the file that the \
        `$ref` names and refer to it by a relative path, or map the URL to a folder:

            urls:
              https://schemas.example.com/v1/: vendor/schemas

        in apus.yaml, or `--map-url https://schemas.example.com/v1/=vendor/schemas`. The longest prefix of the URL \
        is used, and the rest of the URL is a path in the folder. A URL may also be mapped to a single file.
        """)
    public static let wrongKindOfTarget = DiagnosticCode(
        "E0208", "a reference to another kind of object",
        """
        A `$ref` must lead to the kind of object that its place requires. This one leads to another kind of \
        component.
        """)
    public static let cyclicReference = DiagnosticCode(
        "E0209", "references that only lead to each other",
        "These `$ref`s form a cycle and never reach an object.")
    public static let duplicateOperationID = DiagnosticCode(
        "E0210", "an operationId is used twice",
        "The `operationId` becomes the name of a function. It must be unique in the whole description.")
    public static let pathParameters = DiagnosticCode(
        "E0211", "path template and path parameters differ",
        """
        Every `{name}` in a path needs a parameter with that name and `in: path`, and every such parameter needs a \
        `{name}` in the path.
        """)
    public static let conflictingFields = DiagnosticCode(
        "E0212", "fields that exclude each other",
        "The OpenAPI Specification allows only one of these fields in one object.")
    public static let otherVersionsField = DiagnosticCode(
        "E0213", "a field of another version of OpenAPI",
        """
        The field belongs to another version of OpenAPI than the description names. It is read as that other version \
        defines it. Change the `openapi` field if the description follows the other version.
        """)
    public static let ignoredSibling = DiagnosticCode(
        "E0214", "a field beside `$ref` is ignored",
        """
        In OpenAPI 3.0, the fields beside a `$ref` are ignored. Use `allOf: [{$ref: …}]` with the field beside it, \
        or change to OpenAPI 3.1, where schemas may have keywords beside `$ref`.
        """)
    public static let unknownKeyword = DiagnosticCode(
        "E0215", "a keyword that is close to one of JSON Schema",
        """
        JSON Schema allows and ignores unknown keywords. This one looks like a misspelled keyword, or belongs to \
        another version of JSON Schema.
        """)
    public static let unreadableReference = DiagnosticCode(
        "E0216", "a referenced file cannot be read",
        "The file exists but cannot be read, or is outside the folder of the description.")
    public static let invalidName = DiagnosticCode(
        "E0217", "a name with characters that are not allowed",
        """
        The name of a header must be a token of RFC 9110. The name of a path parameter must not have braces. The \
        name of a component may have the characters `A` to `Z`, `a` to `z`, `0` to `9`, `.`, `-` and `_`. A path has \
        no query and no fragment.
        """)
    public static let ambiguousReference = DiagnosticCode(
        "E0218", "a reference with two meanings",
        "Two schemas have the `$id` or the `$anchor` that the reference names. Rename one of them.")
    public static let dynamicScope = DiagnosticCode(
        "E0219", "dynamic anchors in too many combinations",
        """
        If several schemas have the same `$dynamicAnchor`, the target of a `$dynamicRef` depends on the schemas that \
        lead to it. Each combination of such schemas has types of its own, and this description has hundreds of \
        combinations. Use `$ref` where only one schema is meant.
        """)
    public static let unsupportedDialect = DiagnosticCode(
        "E0220", "a dialect of JSON Schema that is not supported",
        """
        `$schema` and `jsonSchemaDialect` name the dialect that defines the keywords of a schema. Apus reads JSON \
        Schema 2020-12 and the OpenAPI Specification's own dialects of it.
        """)

    public static let unknownOperation = DiagnosticCode(
        "E0221", "a link to an operation that does not exist",
        """
        A Link Object names an operation by its `operationId`, or by an `operationRef` if it is in another \
        description. Links are only documentation, so code is generated anyway.
        """)

    public static let misplacedReference = DiagnosticCode(
        "E0222", "a `$ref` where OpenAPI does not allow one",
        """
        The OpenAPI Specification allows a `$ref` in place of certain objects. An operation, a list of tags and all \
        of `components/schemas` are not among them. Apus reads the target in place of such a `$ref`, and also if the \
        JSON Pointer of another reference passes through it. Other tools may reject the description.
        """)

    public static let longChain = DiagnosticCode(
        "E0223", "a long chain of references",
        "A `$ref` may lead to another `$ref`, but the chain must be short. Refer to the last target directly.")

    public static let repeatedParameter = DiagnosticCode(
        "E0227", "a parameter that is listed twice",
        """
        Name and location (`in`) identify a parameter, and a list must not have the same parameter twice (OpenAPI \
        Specification, "Operation Object"). The case of a header field's name does not matter. A parameter may be in \
        the list of a path and in that of its operation, where it replaces the path's.
        """)
    public static let unquotedText = DiagnosticCode(
        "E0224", "a string that YAML reads as something else",
        """
        The field must be a string. YAML 1.2 reads `1.0`, `0x10`, `true` and `True` without quotes as numbers and \
        booleans. Apus uses the value as it is spelled, but another tool may turn `1.0` into `1`. Put the value in \
        quotes.

            version: 1.0                           # a number
            version: "1.0"                         # a string
        """)
    public static let unusableServer = DiagnosticCode(
        "E0225", "a server whose URL cannot be used",
        """
        Each `{name}` in a server's URL needs an entry in `variables`, and its `default` must be among the values of \
        its `enum`. The URL must end with a path, because the path of an operation is appended to it. If the server \
        is one of the whole description, it is left out, and the client must be given a URL. If it is one of a path \
        or an operation, this is an error.
        """)
    public static let invalidMediaType = DiagnosticCode(
        "E0226", "not a media type",
        """
        The keys of `content` are media types of RFC 9110, section 8.3.1, such as `application/json` or `text/plain; \
        charset=utf-8`, or ranges such as `image/*`.
        """)

    /// The codes of reading an OpenAPI document.
    public static let openAPI: [DiagnosticCode] = [
        unsupportedVersion, unknownField, wrongType, missingField, invalidValue, missingTarget, remoteReference,
        wrongKindOfTarget, cyclicReference, duplicateOperationID, pathParameters, conflictingFields,
        otherVersionsField, ignoredSibling, unknownKeyword, unreadableReference, invalidName, ambiguousReference,
        dynamicScope, unsupportedDialect, unknownOperation, misplacedReference,
        longChain, unquotedText, unusableServer, invalidMediaType, repeatedParameter,
    ]
}
