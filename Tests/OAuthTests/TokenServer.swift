#if LoopbackTests
import ApusOAuth
import ApusRuntime
import Foundation
import HTTPTypes
import Hummingbird
import LoopbackSupport

/// An authorization server and an API that takes its tokens.
actor TokenServer {
    /// The bodies of token requests.
    private(set) var requests: [String] = []
    private(set) var authorizations: [String?] = []
    /// The number of requests to the API, also of refused ones.
    private(set) var calls = 0
    private var valid: Set<String> = []
    private var refreshToken: String?
    private var failures: [Int] = []
    private var delay = Duration.zero
    private var lifetime: Int?
    private var isRotating = true
    private var server = ""

    func begin(_ server: String) { self.server = server }

    /// Prepares the next responses.
    func set(failures: [Int] = [], delay: Duration = .zero, lifetime: Int? = 3600, isRotating: Bool = true) {
        self.failures = failures
        self.delay = delay
        self.lifetime = lifetime
        self.isRotating = isRotating
    }

    func accept(refreshToken: String) { self.refreshToken = refreshToken }

    func revoke(refresh: Bool = false) {
        valid = []
        if refresh { refreshToken = "revoked" }
    }

    func answer(_ request: SeenRequest) async throws -> Response {
        switch request.target {
        case "/token": return try await token(request)
        case "/.well-known/openid-configuration":
            return .text(
                200,
                #"{"issuer":"\#(server)","token_endpoint":"\#(server)/token","authorization_endpoint":"\#(server)/sign-in"}"#
            )
        case "/other/.well-known/openid-configuration":
            return .text(200, #"{"issuer":"https://evil.example","token_endpoint":"\#(server)/token"}"#)
        default:
            calls += 1
            let isValid = valid.contains { request.headers[.authorization] == "Bearer \($0)" }
            return isValid ? .text(200, #"{"id":1}"#) : .text(401, #"{"detail":"no"}"#)
        }
    }

    private func token(_ request: SeenRequest) async throws -> Response {
        let body = String(decoding: request.body, as: UTF8.self)
        requests.append(body)
        authorizations.append(request.headers[.authorization])
        if delay > .zero { try await Task.sleep(for: delay) }
        if !failures.isEmpty {
            let status = failures.removeFirst()
            return .text(status, #"{"error":"temporarily_unavailable","error_description":"s3cret is busy"}"#)
        }
        if body.contains("grant_type=refresh_token") {
            guard let refreshToken, body.contains("refresh_token=\(refreshToken)") else {
                return .text(400, #"{"error":"invalid_grant"}"#)
            }
        }
        let number = requests.count
        valid.insert("access-\(number)")
        if isRotating || refreshToken == nil { refreshToken = "refresh-\(number)" }
        let expiry = lifetime.map { #","expires_in":\#($0)"# } ?? ""
        let refresh =
            body.contains("client_credentials") ? "" : #","refresh_token":"\#(refreshToken ?? "")""#
        return .text(200, #"{"access_token":"access-\#(number)","token_type":"bearer"\#(expiry)\#(refresh)}"#)
    }
}

enum CallError: OperationError {
    case unauthorized(ErrorResponse<JSONValue>)
    case invalidRequest(RequestError)
    case undocumented(UndocumentedResponse)
    case transport(TransportFailure)
    case decoding(DecodingFailure)
    case validation(ValidationError)
    case cancelled

    static var operationID: String { "read" }

    /// The error of the authorization server.
    var oauth: OAuthError? {
        if case .transport(let failure) = self { failure.underlying as? OAuthError } else { nil }
    }
}

/// Keeps a token in memory.
actor MemoryStore: OAuthTokenStore {
    private(set) var token: OAuthToken?

    init(_ token: OAuthToken? = nil) { self.token = token }

    func load() -> OAuthToken? { token }
    func save(_ token: OAuthToken?) { self.token = token }
}

/// A client of the API with one operation.
struct API: Sendable {
    let core: ClientCore

    init(_ server: String, _ credential: Credential, _ kind: TransportKind, deadline: Duration? = nil) {
        core = ClientCore(
            server: server, transport: kind.make(),
            configuration: ClientConfiguration(deadline: deadline, retry: .none), credentials: ["oauth": credential])
    }

    func read(_ method: String = "GET") async throws(CallError) {
        var request = ClientRequest(method, "/items", operationID: "read", security: [["oauth"]])
        if method == "POST" { request.body(json: JSONValue.string("x")) }
        let cases: [ResponseCase<JSONValue, CallError>] = [
            .success(200, json: JSONValue.self), .failure(401, json: JSONValue.self, CallError.unauthorized),
        ]
        _ = try await core.send(request, throwing: CallError.self, cases)
    }

    func failure(_ method: String = "GET") async -> CallError? {
        do throws(CallError) {
            try await read(method)
            return nil
        } catch {
            return error
        }
    }
}
#endif
