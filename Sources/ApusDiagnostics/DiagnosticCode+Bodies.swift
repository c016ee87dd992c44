// E0320 to E0332: lowering of bodies, parameters and servers.
extension DiagnosticCode {
    public static let mediaTypeLeftOut = DiagnosticCode(
        "E0320", "a media type that is left out",
        """
        A body is described in several media types. Generated code uses those that it has types for, and does without \
        the others: what they could say, the first ones can say too.
        """)
    public static let mediaTypeAsBytes = DiagnosticCode(
        "E0321", "a body that is taken as bytes",
        """
        The schema describes a structure, but generated code can neither write nor read values in this media type, such \
        as XML. A body is sent from bytes that you make, and received as bytes that you read.
        """)
    public static let unsupportedStyle = DiagnosticCode(
        "E0322", "a style that cannot spell the value",
        """
        OpenAPI does not say how values of this kind are written in this style (OpenAPI 3.1, "Style Values"). Choose \
        another style, or describe the value with `content` and a media type.
        """)

    public static let partsWithoutTypes = DiagnosticCode(
        "E0323", "parts of a body without types",
        """
        The properties of an object are the parts of a multipart body, by their names, and have types. So do the header \
        fields of parts that are received. Parts that are described in another way do not, and generated code takes and \
        gives them as they are: parts by their position (`itemSchema`, `prefixEncoding`, `itemEncoding`, an array); and of \
        what is received, those of several schemas (`oneOf`, `anyOf`), of a map, and of an error. Of an object, what a \
        `style` makes several parts of is sent, but received as it is; the header fields of parts that are sent are given \
        with a file, and else left out.
        """)
    public static let undefinedStyle = DiagnosticCode(
        "E0324", "a style that OpenAPI does not define here",
        """
        OpenAPI leaves open how such a value is written (OpenAPI 3.1, "Style Examples": not applicable). Generated code \
        writes it as most servers read it, and the note says how:

        - in `deepObject`, objects within others with more brackets (`filter[a][b]=1`), and arrays within others with one \
        pair for each element (`filter[tags]=a&filter[tags]=b`). A parameter that is an array itself, arrays of objects, \
        and all arrays of a body have positions (`list[0]=a`).
        - in other styles, what is within arrays and objects as JSON (`items={"a":1}&items={"a":2}`).
        - without a `style`, all of the value as JSON if it holds arrays and objects within others.
        - `spaceDelimited` and `pipeDelimited` with `explode: true`, or for a single value, as `form`.
        - percent-encoded, whatever `allowReserved` says, in a cookie and, before OpenAPI 3.2, in a path.
        """)

    public static let payloadWithoutType = DiagnosticCode(
        "E0325", "a webhook whose payload has no type",
        """
        Generated code decodes the payloads of webhooks and callbacks from JSON, and from the parts of a multipart body \
        that an object describes. Others, such as forms, are left to whoever receives them.
        """)

    public static let otherAuthentication = DiagnosticCode(
        "E0326", "an authentication scheme that the caller implements",
        """
        Generated clients know API keys, and the HTTP authentication schemes `basic` and `bearer`. For any other, such as \
        `digest`, a client takes a `Credential` that gives the value of the `Authorization` field, for each request anew \
        if it depends on the request: `.authorization { request in … }`.
        """)

    public static let contentWithoutBody = DiagnosticCode(
        "E0327", "content of a response that has no body",
        """
        A response to HEAD, and a response with status 204, 205 or 304, has no body (RFC 9110, sections 9.3.2 and 15). \
        Generated code does not decode one, whatever `content` says. Leave `content` out.
        """)

    /// The codes of lowering bodies, parameters and servers.
    public static let bodies: [DiagnosticCode] = [
        mediaTypeLeftOut, mediaTypeAsBytes, unsupportedStyle, partsWithoutTypes, undefinedStyle,
        payloadWithoutType, otherAuthentication, contentWithoutBody,
    ]
}
