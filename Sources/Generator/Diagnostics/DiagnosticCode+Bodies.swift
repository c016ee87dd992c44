// E0320 to E0332: lowering of bodies, parameters and servers.
extension DiagnosticCode {
    public static let mediaTypeLeftOut = DiagnosticCode(
        "E0320", "a media type that is not generated",
        """
        The body is described in several media types. Generated code uses those that have types in Swift and ignores \
        the others, because the same value can be sent or received in one of those. To use this media type, remove \
        the others from `content`.
        """)
    public static let mediaTypeAsBytes = DiagnosticCode(
        "E0321", "a body that is sent and received as bytes or text",
        """
        The schema describes a structure, but generated code cannot encode or decode values in this media type, such \
        as XML. Encode the body of a request yourself; the body of a response is given to you as bytes, or as a string \
        if the media type is one of text. The schema's assertions are not checked.
        """)
    public static let unsupportedStyle = DiagnosticCode(
        "E0322", "a style that cannot write the value",
        """
        OpenAPI does not define how values of this kind are written in this style (OpenAPI 3.1, "Style Values"). \
        Choose another style, or describe the value with `content` and a media type.
        """)

    public static let partsWithoutTypes = DiagnosticCode(
        "E0323", "parts of a body without types",
        """
        Generated code gives types to the parts of a multipart body that are properties of an object, and to the \
        header fields of received parts. These parts have no types and are sent and received as they are:

        - parts identified by their position (`itemSchema`, `prefixEncoding`, `itemEncoding`, or an array).
        - received parts of a schema with alternatives (`oneOf`, `anyOf`), of a map, and of an error response.
        - the received parts of a property that a `style` splits into several parts.

        The header fields of a sent part are left out unless the part is a file, which can have them. To get types, \
        describe the body by an object with `properties`.
        """)
    public static let undefinedStyle = DiagnosticCode(
        "E0324", "a style that OpenAPI does not define here",
        """
        OpenAPI does not define how this value is written (OpenAPI 3.1, "Style Examples": not applicable). Generated \
        code writes it as most servers read it, and the note shows how:

        - `deepObject`: a nested object adds brackets (`filter[a][b]=1`), and an array in an object is written as \
        one pair for each element (`filter[tags]=a&filter[tags]=b`). If the parameter itself is an array, in an \
        array of objects, and in a body, elements are numbered (`list[0]=a`).
        - an exploded object of a query: lists of scalars are repeated names (`page=1&sort=a&sort=b`).
        - other styles: the elements and members are written as JSON if they are arrays or objects \
        (`items={"a":1}&items={"a":2}`).
        - no `style`: the whole value is written as JSON if it has other nested arrays or objects.
        - `spaceDelimited` and `pipeDelimited` with `explode: true`, or for a single value: as `form`.
        - in a cookie, and in a path before OpenAPI 3.2: percent-encoded, even with `allowReserved`.

        If the server reads another form, describe the value with `content` and a media type.
        """)

    public static let payloadWithoutType = DiagnosticCode(
        "E0325", "a webhook whose payload has no type",
        """
        Generated code decodes the payloads of webhooks and callbacks from JSON, and from multipart bodies that an \
        object describes. Decode the payloads in other media types, such as forms, yourself.
        """)

    public static let otherAuthentication = DiagnosticCode(
        "E0326", "an authentication scheme that the caller implements",
        """
        Generated clients support API keys and the HTTP authentication schemes `basic` and `bearer`. For another \
        scheme, such as `digest`, give the client a `Credential` that computes the value of the `Authorization` \
        field for each request: `.authorization { request in … }`.
        """)

    public static let contentWithoutBody = DiagnosticCode(
        "E0327", "content of a response that has no body",
        """
        A response to HEAD, and a response with status 204, 205 or 304, has no body (RFC 9110, sections 9.3.2 and \
        15). Generated code ignores the `content` of such a response. Remove `content`.
        """)

    public static let ignoredHeader = DiagnosticCode(
        "E0328", "a header parameter that is not sent",
        """
        OpenAPI ignores header parameters with the names `Accept`, `Content-Type` and `Authorization`. The media types of \
        bodies give the first two, and a client takes the credentials of security schemes for the third. Describe a \
        security scheme, and name it in `security`.
        """)

    /// The codes of lowering bodies, parameters and servers.
    public static let bodies: [DiagnosticCode] = [
        mediaTypeLeftOut, mediaTypeAsBytes, unsupportedStyle, partsWithoutTypes, undefinedStyle,
        payloadWithoutType, otherAuthentication, contentWithoutBody, ignoredHeader,
    ]
}
