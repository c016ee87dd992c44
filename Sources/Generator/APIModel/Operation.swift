/// One HTTP operation.
public struct Operation: Sendable {
    /// The `operationId`, or an id that consists of the method and the path.
    public var id: String
    public var explicitName: String?
    /// The method in upper case, such as `POST`.
    public var method: String
    /// The path template, such as `/projects/{project_id}`.
    public var path: String
    public var summary: String?
    public var documentation: String?
    public var externalDocumentation: ExternalDocumentation?
    public var isDeprecated: Bool
    public var tags: [String]
    public var parameters: [Parameter]
    public var requestBody: RequestBody?
    public var responses: [Response]
    /// The alternatives in order. Each lists the schemes that are required together. An empty alternative means that
    /// credentials are optional. Without alternatives, no credentials are required.
    public var security: [[SecurityRequirement]]
    /// The servers of this operation. Empty if it uses the API's servers.
    public var servers: [Server]
    public var pagination: Pagination?
    /// Whether the operation may be repeated. `nil` if this depends on its method.
    public var idempotency: Idempotency?
    public var origin: Origin

    public init(
        id: String, explicitName: String? = nil, method: String, path: String, summary: String? = nil,
        documentation: String? = nil, externalDocumentation: ExternalDocumentation? = nil, isDeprecated: Bool = false,
        tags: [String] = [], parameters: [Parameter] = [], requestBody: RequestBody? = nil, responses: [Response] = [],
        security: [[SecurityRequirement]] = [], servers: [Server] = [], pagination: Pagination? = nil,
        idempotency: Idempotency? = nil, origin: Origin
    ) {
        self.id = id
        self.explicitName = explicitName
        self.method = method
        self.path = path
        self.summary = summary
        self.documentation = documentation
        self.externalDocumentation = externalDocumentation
        self.isDeprecated = isDeprecated
        self.tags = tags
        self.parameters = parameters
        self.requestBody = requestBody
        self.responses = responses
        self.security = security
        self.servers = servers
        self.pagination = pagination
        self.idempotency = idempotency
        self.origin = origin
    }
}

public struct Parameter: Sendable {
    public enum Location: String, Sendable {
        case path, query, header, cookie
        /// The whole query.
        case querystring
    }
    /// OpenAPI's `style`.
    public enum Style: String, Sendable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
    }

    public var name: String
    public var explicitName: String?
    public var location: Location
    public var style: Style
    public var explode: Bool
    public var allowReserved: Bool
    public var isRequired: Bool
    public var isDeprecated: Bool
    public var documentation: String?
    public var type: TypeUse
    public var defaultValue: JSONLiteral?
    /// The media type of a parameter that has `content` in place of a style.
    public var contentType: String?
    /// The encodings of the properties of a `querystring`.
    public var encodings: [PropertyEncoding]
    public var origin: Origin

    public init(
        name: String, explicitName: String? = nil, location: Location, style: Style, explode: Bool,
        allowReserved: Bool = false, isRequired: Bool, isDeprecated: Bool = false, documentation: String? = nil,
        type: TypeUse, defaultValue: JSONLiteral? = nil, contentType: String? = nil,
        encodings: [PropertyEncoding] = [], origin: Origin
    ) {
        self.name = name
        self.explicitName = explicitName
        self.location = location
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.isRequired = isRequired
        self.isDeprecated = isDeprecated
        self.documentation = documentation
        self.type = type
        self.defaultValue = defaultValue
        self.contentType = contentType
        self.encodings = encodings
        self.origin = origin
    }
}

public struct RequestBody: Sendable {
    public var isRequired: Bool
    public var documentation: String?
    public var contents: [Content]
    public var origin: Origin

    public init(isRequired: Bool, documentation: String? = nil, contents: [Content], origin: Origin) {
        self.isRequired = isRequired
        self.documentation = documentation
        self.contents = contents
        self.origin = origin
    }
}

public struct Response: Sendable {
    public enum Status: Equatable, Sendable {
        case code(Int)
        /// `4XX` is `range(4)`.
        case range(Int)
        case `default`
    }

    public struct Header: Hashable, Sendable {
        public var name: String
        public var isRequired: Bool
        public var documentation: String?
        public var type: TypeUse
        /// Whether an object's members are written `a=1,b=2` rather than `a,1,b,2`.
        public var explode: Bool

        public init(
            name: String, isRequired: Bool, documentation: String? = nil, type: TypeUse, explode: Bool = false
        ) {
            self.name = name
            self.isRequired = isRequired
            self.documentation = documentation
            self.type = type
            self.explode = explode
        }
    }

    /// A link to an operation whose parameters the response provides.
    public struct Link: Sendable {
        /// The operation's id, or a reference to it.
        public var target: String
        public var documentation: String?
        /// The values for the operation, as JSON constants or runtime expressions: parameters by name,
        /// and the body as `body`.
        public var arguments: [Argument]

        public struct Argument: Sendable {
            public var name: String
            public var value: String

            public init(name: String, value: String) {
                self.name = name
                self.value = value
            }
        }

        public init(target: String, documentation: String? = nil, arguments: [Argument] = []) {
            self.target = target
            self.documentation = documentation
            self.arguments = arguments
        }
    }

    public var status: Status
    public var documentation: String?
    public var headers: [Header]
    /// The contents of the body. Empty if the response has none.
    public var contents: [Content]
    public var links: [Link]
    public var origin: Origin

    public init(
        status: Status, documentation: String? = nil, headers: [Header] = [], contents: [Content], links: [Link] = [],
        origin: Origin
    ) {
        self.status = status
        self.documentation = documentation
        self.headers = headers
        self.contents = contents
        self.links = links
        self.origin = origin
    }
}

/// Whether an operation may be repeated (`x-apus-idempotent`).
public enum Idempotency: Hashable, Sendable {
    case repeatable, notRepeatable
    /// Repeatable with a key in a header field.
    case key(field: String)
}

/// The pagination of an operation (`x-apus-pagination`).
public struct Pagination: Sendable {
    /// The link from a page to the next one. Paths are the names of members, starting at the response's body.
    public enum Style: Sendable {
        /// A token of the response, which is absent, null or empty on the last page.
        case token(next: [String])
        /// A member of the page's last item.
        case cursor(member: [String], more: [String]?)
        /// The number of items before the page. `limit` is a parameter or a member of the request.
        case offset(limit: String?, total: [String]?)
        /// The number of the page, from `first` on.
        case page(first: Int, total: [String]?)
        /// The response's `Link` field.
        case link
        /// A URL in the response.
        case url(next: [String])
    }

    public var style: Style
    /// The parameter, or the member of the request's body, that changes from page to page. `nil` for links and URLs.
    public var request: String?
    /// The path to the page's items. Empty if the page is a list itself.
    public var items: [String]
    public var origin: Origin

    public init(_ style: Style, request: String? = nil, items: [String], origin: Origin) {
        self.style = style
        self.request = request
        self.items = items
        self.origin = origin
    }
}
