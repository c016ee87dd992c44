// E02xx: the OpenAPI document.
extension DiagnosticCode {
    public static let unsupportedVersion = DiagnosticCode(
        "E0201", "not a supported OpenAPI version",
        """
        Apus reads OpenAPI 3.0, 3.1 and 3.2, told by the `openapi` field at the top of the document. Convert a \
        Swagger 2.0 document first, with `npx swagger2openapi swagger.yaml --outfile openapi.yaml` or at https://converter.swagger.io.
        """)
    public static let unknownField = DiagnosticCode(
        "E0202", "a field that the object does not have",
        """
        The OpenAPI Specification lists the fields of each object. Another field is most often a misspelling, or \
        stands at the wrong level of indentation. Fields of your own begin with `x-`.
        """)
    public static let wrongType = DiagnosticCode(
        "E0203", "a value of the wrong type",
        "The field holds another type of value than the OpenAPI Specification asks for.")
    public static let missingField = DiagnosticCode(
        "E0204", "a required field is missing",
        "The OpenAPI Specification requires the field in this object.")
    public static let invalidValue = DiagnosticCode(
        "E0205", "a value that the field does not allow",
        """
        The OpenAPI Specification lists the values that the field may have. Swagger 2.0 had others, such as `in: body`.
        """)
    public static let missingTarget = DiagnosticCode(
        "E0206", "a reference leads nowhere",
        """
        A `$ref` names its target by a path relative to the file that it stands in and, after `#`, a JSON Pointer \
        (RFC 6901) or the name of an `$anchor`. Nothing is there.

        In a schema with an `$id`, references start from that `$id` rather than from the file, and `#` is that schema \
        (JSON Schema 2020-12, section 8.2.1).
        """)
    public static let remoteReference = DiagnosticCode(
        "E0207", "a URL that is not mapped to a local file",
        """
        Generating code never uses the network, so that it gives the same result everywhere. Download the file that \
        the `$ref` names, and refer to it by a relative path, or say in which folder the files of a URL lie:

            urls:
              https://schemas.example.com/v1/: vendor/schemas

        in apus.yaml, or `--map-url https://schemas.example.com/v1/=vendor/schemas`. The longest prefix counts; what \
        follows it is a path in the folder. A URL may also be mapped to a single file.
        """)
    public static let wrongKindOfTarget = DiagnosticCode(
        "E0208", "a reference to another kind of object",
        "A `$ref` must lead to the kind of object that its place asks for; here it leads to another component.")
    public static let cyclicReference = DiagnosticCode(
        "E0209", "references that only lead to each other",
        "Following these `$ref`s never arrives at an object.")
    public static let duplicateOperationID = DiagnosticCode(
        "E0210", "an operationId is used twice",
        "The `operationId` becomes the name of a function; it must be unique in the whole description.")
    public static let pathParameters = DiagnosticCode(
        "E0211", "path template and path parameters differ",
        """
        Every `{name}` in a path needs a parameter with that name and `in: path`, and every such parameter a place in \
        the path.
        """)
    public static let conflictingFields = DiagnosticCode(
        "E0212", "fields that exclude each other",
        "The OpenAPI Specification allows only one of these fields in one object.")
    public static let otherVersionsField = DiagnosticCode(
        "E0213", "a field of another version of OpenAPI",
        """
        The field does not exist in the version that the description names, but in another. It is read as that \
        version defines it. Change the `openapi` field if the description follows the other version.
        """)
    public static let ignoredSibling = DiagnosticCode(
        "E0214", "a field beside `$ref` is ignored",
        """
        In OpenAPI 3.0 nothing beside a `$ref` counts. Use `allOf: [{$ref: …}]` with the field beside it, or move to \
        OpenAPI 3.1, where schemas may have keywords beside `$ref`.
        """)
    public static let unknownKeyword = DiagnosticCode(
        "E0215", "a keyword that is close to one of JSON Schema",
        """
        JSON Schema allows unknown keywords and ignores them; this one looks like a misspelling of one that it knows, or \
        is one that another version had.
        """)
    public static let unreadableReference = DiagnosticCode(
        "E0216", "a referenced file cannot be read",
        "The file exists but cannot be read, or lies outside the folder of the description.")
    public static let invalidName = DiagnosticCode(
        "E0217", "a name with characters that its place does not allow",
        """
        The name of a header is a token of RFC 9110; the name of a path parameter has no braces; the name of a component \
        has the characters `A` to `Z`, `a` to `z`, `0` to `9`, `.`, `-` and `_`.
        """)
    public static let ambiguousReference = DiagnosticCode(
        "E0218", "a reference with two meanings",
        "Two schemas have the `$id` or the `$anchor` that the reference names. Rename one of them.")
    public static let dynamicScope = DiagnosticCode(
        "E0219", "dynamic anchors in too many combinations",
        """
        What a `$dynamicRef` means depends on the schemas through which an evaluation comes to it, when several have \
        the `$dynamicAnchor` that it names. Each combination makes types of its own, and here are hundreds of them. \
        Use `$ref` where one schema is meant.
        """)
    public static let unsupportedDialect = DiagnosticCode(
        "E0220", "a dialect of JSON Schema that is not supported",
        """
        `$schema` and `jsonSchemaDialect` name the dialect that gives a schema's keywords their meaning. Apus reads \
        JSON Schema 2020-12 and the OpenAPI Specification's own dialects of it.
        """)

    public static let unknownOperation = DiagnosticCode(
        "E0221", "a link to an operation that is not there",
        """
        A Link Object names the operation that it leads to by its `operationId`; one in another description, by an \
        `operationRef`. Links are documentation only, so code is generated nevertheless.
        """)

    public static let misplacedReference = DiagnosticCode(
        "E0222", "a `$ref` where OpenAPI has none",
        """
        The OpenAPI Specification says which objects a `$ref` may stand in place of; an operation, a list of tags or \
        all of `components/schemas` are not among them. Tools that join files replace it nevertheless, and so does \
        Apus: what it leads to is read in its place, also on the way of another reference's JSON Pointer. Other tools \
        may refuse the description.
        """)

    public static let longChain = DiagnosticCode(
        "E0223", "a long chain of references",
        "A `$ref` may lead to another `$ref`, but each costs the way to the end. A description has no use for long ways.")

    public static let repeatedParameter = DiagnosticCode(
        "E0227", "a parameter that is listed twice",
        """
        Name and place together identify a parameter, and a list must not have two of the same (OpenAPI Specification, \
        "Operation Object"). The names of header fields are the same in any case. A parameter of an operation replaces \
        that of its path, so it may be in both lists.
        """)
    public static let unquotedText = DiagnosticCode(
        "E0224", "a text that YAML reads as something else",
        """
        The field holds a text. YAML 1.2 reads `1.0`, `0x10`, `true` and `True` without quotes as numbers and booleans. \
        The value is taken as it is spelled; another tool may make `1` of `1.0`. Put it in quotes.

            version: 1.0                           # a number
            version: "1.0"                         # a text
        """)
    public static let unusableServer = DiagnosticCode(
        "E0225", "a server whose URL does not come to be",
        """
        Each `{name}` in a server's URL needs an entry in `variables`, with a `default` that is among the values of its \
        `enum`; and the URL ends with a path, for the paths of operations follow it. A server of the whole description \
        whose URL cannot be used is left out: a client is given its URL then. One of a path or an operation is an error.
        """)
    public static let invalidMediaType = DiagnosticCode(
        "E0226", "not a media type",
        """
        The keys of `content` are media types of RFC 9110, section 8.3.1, such as `application/json` or \
        `text/plain; charset=utf-8`, or ranges such as `image/*`.
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
