import ApusAPIModel

extension Response.Status {
    /// The name of a case for the status, after the reason phrases of RFC 9110, section 15.
    var caseName: String {
        switch self {
        case .code(let code): reasonPhrases[code] ?? "status\(code)"
        case .range(1): "informational"
        case .range(2): "successful"
        case .range(3): "redirection"
        case .range(4): "clientError"
        case .range(5): "serverError"
        case .range(let digit): "status\(digit)XX"
        case .default: "unexpected"
        }
    }

    /// The expression of the status.
    var expression: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let digit): ".range(\(digit))"
        case .default: ".default"
        }
    }

    /// The status in a comment.
    var title: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let digit): "\(digit)XX"
        case .default: "Any other status"
        }
    }

    var isSuccess: Bool {
        switch self {
        case .code(let code): (200...299).contains(code)
        case .range(let digit): digit == 2
        case .default: false
        }
    }
}

private let reasonPhrases: [Int: String] = [
    200: "ok", 201: "created", 202: "accepted", 203: "nonAuthoritativeInformation", 204: "noContent",
    205: "resetContent", 206: "partialContent", 207: "multiStatus", 208: "alreadyReported",
    300: "multipleChoices", 301: "movedPermanently", 302: "found", 303: "seeOther", 304: "notModified",
    305: "useProxy", 307: "temporaryRedirect", 308: "permanentRedirect",
    400: "badRequest", 401: "unauthorized", 402: "paymentRequired", 403: "forbidden", 404: "notFound",
    405: "methodNotAllowed", 406: "notAcceptable", 407: "proxyAuthenticationRequired", 408: "requestTimeout",
    409: "conflict", 410: "gone", 411: "lengthRequired", 412: "preconditionFailed", 413: "contentTooLarge",
    414: "uriTooLong", 415: "unsupportedMediaType", 416: "rangeNotSatisfiable", 417: "expectationFailed",
    418: "imATeapot", 421: "misdirectedRequest", 422: "unprocessableContent", 423: "locked",
    424: "failedDependency", 425: "tooEarly", 426: "upgradeRequired", 428: "preconditionRequired",
    429: "tooManyRequests", 431: "requestHeaderFieldsTooLarge", 451: "unavailableForLegalReasons",
    500: "internalServerError", 501: "notImplemented", 502: "badGateway", 503: "serviceUnavailable",
    504: "gatewayTimeout", 505: "httpVersionNotSupported", 506: "variantAlsoNegotiates",
    507: "insufficientStorage", 508: "loopDetected", 511: "networkAuthenticationRequired",
]
