import ApusClient
import HTTPTypes

/// Gets tokens, renews them before they expire and after the server refused one, and keeps them in a store.
///
/// All requests that need a new token wait for the same one.
public actor OAuthTokenSource: CredentialSource {
    private let scheme: OAuthScheme
    private let client: OAuthClient
    private let scopes: [String]
    private let options: OAuthOptions

    /// `nil` if the grant has been used up.
    private var grant: OAuthGrant?
    private var token: OAuthToken?
    private var isLoaded = false
    private var endpoints: OAuthScheme?
    private var isRenewing = false
    private var waiting: [Int: CheckedContinuation<OAuthToken, any Error>] = [:]
    private var lastWaiter = 0
    /// The number of times that the person has signed out.
    private var signOuts = 0
    /// The value that the server refused last.
    private var refused: String?

    init(_ scheme: OAuthScheme, _ client: OAuthClient, _ grant: OAuthGrant, scopes: [String], _ options: OAuthOptions) {
        self.scheme = scheme
        self.client = client
        self.grant = grant
        self.scopes = scopes
        self.options = options
    }

    // MARK: The credential of a client

    public func authorization(for request: HTTPRequest, _ context: CredentialContext) async throws -> String {
        try await token(context).authorization
    }

    public func renew(after authorization: String, _ context: CredentialContext) async throws -> Bool {
        if token == nil || token?.authorization == authorization { refused = authorization }
        return try await token(context).authorization != authorization
    }

    // MARK: For apps

    /// Returns a valid token. Gets one if necessary, such as to see at once whether signing in works.
    public func token(using transport: any ClientTransport, server: String? = nil) async throws -> OAuthToken {
        let server = try ServerURL.parse(server ?? "https://localhost")
        return try await token(CredentialContext(transport: transport, baseURL: server))
    }

    /// Forgets the token, also in the store.
    public func signOut() async throws {
        signOuts += 1
        token = nil
        isLoaded = true
        if grant?.isRepeatable != true { grant = nil }
        try await options.store?.save(nil)
    }

    // MARK: Renewing

    private func token(_ context: CredentialContext) async throws -> OAuthToken {
        if let token, isUsable(token) { return token }
        if !isRenewing {
            isRenewing = true
            // Not a part of the caller's task: a canceled request must not lose a refresh token that the server has
            // just replaced.
            Task { await self.renew(context) }
        }
        return try await renewed()
    }

    private func isUsable(_ token: OAuthToken) -> Bool {
        token.isFresh(at: options.clock.secondsSince1970(), margin: options.margin) && token.authorization != refused
    }

    /// Waits for the token that is being renewed, or for the cancellation of the current task.
    private func renewed() async throws -> OAuthToken {
        lastWaiter += 1
        let id = lastWaiter
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
                waiting[id] = continuation
            }
        } onCancel: {
            Task { await self.stopWaiting(id) }
        }
    }

    private func stopWaiting(_ id: Int) {
        waiting.removeValue(forKey: id)?.resume(throwing: CancellationError())
    }

    private func renew(_ context: CredentialContext) async {
        let result: Result<OAuthToken, any Error>
        let number = signOuts
        do {
            try await load()
            if let token, isUsable(token) {
                result = .success(token)
            } else {
                result = .success(try await kept(try await requested(context), since: number))
            }
        } catch {
            if let token, token.authorization != refused,
                token.isFresh(at: options.clock.secondsSince1970(), margin: .zero)
            {
                // The margin has begun, but the token is still valid.
                result = .success(token)
            } else {
                result = .failure(error)
            }
        }
        isRenewing = false
        let all = waiting.values
        waiting = [:]
        for continuation in all { continuation.resume(with: result) }
    }

    /// Reads the store once.
    private func load() async throws {
        if isLoaded { return }
        // A token in the store is newer than the grant, unless the grant is a new code.
        if case .authorizationCode? = grant {
        } else {
            let stored = try await options.store?.load()
            // Otherwise the person has signed out meanwhile.
            if !isLoaded { token = stored }
        }
        isLoaded = true
    }

    /// Keeps a new token, unless the person has signed out while it was requested.
    private func kept(_ next: OAuthToken, since number: Int) async throws -> OAuthToken {
        if number == signOuts {
            token = next
            try await options.store?.save(next)
            if number == signOuts { return next }
            try await options.store?.save(nil)
        }
        guard grant?.isRepeatable == true else { throw OAuthError.signInRequired }
        return next
    }

    /// Returns a new token from the server: by the refresh token if there is one, or else by the grant.
    private func requested(_ context: CredentialContext) async throws -> OAuthToken {
        if let refresh = token?.refreshToken {
            do {
                let form = OAuthGrant.refreshToken(refresh).form(scopes: [])
                var next = try await request(form, isRefresh: true, context)
                next.refreshToken = next.refreshToken ?? refresh
                return next
            } catch OAuthError.refused(code: "invalid_grant", _, _) {
                // Another process may have refreshed the token.
                if let stored = try await options.store?.load(), stored != token, isUsable(stored) { return stored }
                token = nil
                try await options.store?.save(nil)
            }
        }
        guard let form = grant?.form(scopes: scopes) else { throw OAuthError.signInRequired }
        let isRefresh = if case .refreshToken? = grant { true } else { false }
        let next = try await request(form, isRefresh: isRefresh, context)
        if grant?.isRepeatable != true { grant = nil }
        return next
    }

    private func request(
        _ form: [(String, String)]?, isRefresh: Bool, _ context: CredentialContext
    ) async throws -> OAuthToken {
        let kind = grant?.flow ?? .authorizationCode
        let described = try await endpoints(context)
        let matching = described.flows.first { $0.kind == kind } ?? (isRefresh ? described.flows.first : nil)
        guard let flow = matching, let form else { throw OAuthError.missingFlow("\(kind)") }
        let endpoint = try Endpoint(isRefresh ? flow.refresh ?? flow.token : flow.token, relativeTo: context.baseURL)
        let request = TokenRequest(
            client: client, form: form, isRepeatable: !isRefresh && grant?.isRepeatable == true,
            timeout: options.timeout, clock: options.clock)
        return try await request.send(to: endpoint, options.transport ?? context.transport)
    }

    /// Returns the scheme with flows, from the server's metadata if the description has none.
    private func endpoints(_ context: CredentialContext) async throws -> OAuthScheme {
        if let endpoints { return endpoints }
        let found =
            scheme.flows.isEmpty
            ? try await scheme.discovered(using: options.transport ?? context.transport, options: options) : scheme
        endpoints = found
        return found
    }
}

extension OAuthTokenSource: CustomStringConvertible, CustomReflectable {
    public nonisolated var description: String { "OAuthTokenSource(\(client.id))" }
    public nonisolated var customMirror: Mirror { Mirror(self, children: []) }
}

/// The settings of a token source.
public struct OAuthOptions: Sendable {
    /// The store of tokens, or `nil` to keep them in memory only.
    public var store: (any OAuthTokenStore)?
    /// The time before a token's expiry at which it is renewed.
    public var margin: Duration
    /// The time limit of a request to the authorization server.
    public var timeout: Duration
    /// The transport to the authorization server, or `nil` for that of the client.
    public var transport: (any ClientTransport)?
    /// The clock of expiry and retries.
    public var clock: RetryClock

    public init(
        store: (any OAuthTokenStore)? = nil, margin: Duration = .seconds(60), timeout: Duration = .seconds(30),
        transport: (any ClientTransport)? = nil, clock: RetryClock = .system
    ) {
        self.store = store
        self.margin = margin
        self.timeout = timeout
        self.transport = transport
        self.clock = clock
    }
}
