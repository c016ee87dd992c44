import ApusRuntime
import Foundation
import HTTPTypes

/// Prints every request.
struct Wire: ClientTransport {
    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        print(request.method, try ServerURL.target(request.path, below: baseURL).absoluteString)
        for field in FieldLines.requestFields(request.headerFields) where field.name != .contentType { print("  \(field)") }
        if let body {
            let text = String(decoding: try await body.collect(upTo: 1 << 20), as: UTF8.self)
            let boundary = request.headerFields[.contentType]?.split(separator: "=").dropFirst().first ?? "-"
            let lines = text.replacing(boundary, with: "b").split(separator: "\r\n", omittingEmptySubsequences: true)
            for line in lines where !line.hasPrefix("--") { print("  |", line) }
        }
        return (HTTPResponse(status: .noContent), nil)
    }
}

actor Tokens {
    private var count = 0

    func next() -> String {
        count += 1
        return "t\(count)"
    }
}

func outcome(_ title: String, _ body: () async throws -> Void) async {
    print("# \(title)")
    do {
        try await body()
    } catch SearchError.invalidRequest(let error) {
        print("failed:", error)
    } catch UploadError.invalidRequest(let error) {
        print("failed:", error)
    } catch InternalError.invalidRequest(let error) {
        print("failed:", error)
    } catch {
        print("failed otherwise:", error)
    }
}

let wire = Wire()
let tokens = Tokens()
let asked = Credential.bearer { await tokens.next() }

await outcome("what OpenAPI leaves undefined") {
    let client = ProgramClient(token: "t", transport: wire)
    try await client.search(
        filter: .init(someID: .init(eq: "a b"), tags: ["x", "y"], ranges: [.init(from: 1), .init(from: 2)]),
        lines: [.init(sku: "a"), .init(sku: "b")], session: "s", xPairs: .init(a: [1, 2]))
    try await client.search(filter: .init())
    try await client.search(
        page: .init(number: 1, sort: ["name,asc", "id"]), where: .init(ids: [1, 2], at: .init(eq: "a")))
    try await client.search(page: .init(number: 2, sort: []))
    try await client.order(.init(card: .init(networks: ["visa", "amex"]), lines: [.init(sku: "a"), .init(sku: "b")]))
}

await outcome("a query and a fragment in a path") {
    try await ProgramClient(transport: wire).listTasks(owner: "a&b", limit: 2)
    try await ProgramClient(transport: wire).listTasks(owner: "a")
}

await outcome("servers") {
    for server in [
        ProgramClient.defaultServer, ProgramClient.server(tenant: "zoo", port: ._8443, base: "v3"), "https://sandbox.example.com/",
        "http://127.0.0.1:1/proxy",
    ] {
        let client = ProgramClient(credentials: [.bearer: asked, .digest: .authorization("Digest d")], server: server, transport: wire)
        try await client.search()
        try await client.upload(name: "x", .init(images: []))
        try await client.internal()
    }
}
for tenant in ["a/b", "user@evil.com", "evil.com#", ""] {
    await outcome("a tenant that is no part of a host: \(tenant)") {
        try await ProgramClient(token: "t", server: ProgramClient.server(tenant: tenant), transport: wire).search()
    }
}

await outcome("files") {
    let client = ProgramClient(credentials: [.digest: .authorization { "Digest uri=\($0.path ?? "")" }], transport: wire)
    try await client.upload(
        name: "a/b",
        .init(
            images: [
                MultipartFile("1".utf8, filename: "a \"1\".png", contentType: "image/png"),
                MultipartFile("2".utf8, filename: "bü.png", contentType: "image/png"),
            ], cover: MultipartFile("3".utf8), scans: [MultipartFile("4".utf8)], notes: ["n"],
            inline: Base64Data(Array("5".utf8)), raw: MultipartFile("6".utf8)))
}

let key = Credential.apiKey("k", in: .header, name: "X-Api-Key")
let app = Credential.apiKey("a", in: .cookie, name: "APP")
await outcome("both of a pair") { try await ProgramClient(credentials: [.key: key, .app: app], transport: wire).search(session: "s") }
await outcome("half of a pair") { try await ProgramClient(credentials: [.key: key], transport: wire).search() }
await outcome("half of a pair beside a token") {
    try await ProgramClient(credentials: [.key: key, .bearer: asked], transport: wire).search()
}
await outcome("optional") {
    try await ProgramClient(transport: wire).internal()
    try await ProgramClient(user: "u", password: "p", transport: wire).internal()
}
await outcome("a user without a password") { try await ProgramClient(user: "u", transport: wire).internal() }
await outcome("a colon in a user's name") { try await ProgramClient(user: "u:v", password: "s3cret", transport: wire).internal() }

print("# endpoints")
for flow in ProgramClient.oAuth.flows {
    print(flow.kind, flow.authorization ?? "-", flow.token, flow.refresh ?? "-", flow.scopes)
}
print(ProgramClient.serverScheme.metadata ?? "-")
