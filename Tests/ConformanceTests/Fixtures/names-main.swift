import ApusRuntime
import Foundation
import HTTPTypes

/// Prints every request, and answers with the response for its path.
struct Wire: ClientTransport {
    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        var line = "\(request.method) \(request.path ?? "")"
        if let body { line += " " + String(decoding: try await body.collect(upTo: 1 << 20), as: UTF8.self) }
        print(line)
        let json = HTTPFields(dictionaryLiteral: (.contentType, "application/json"))
        switch operationID {
        case "getUser", "putUser":
            let user = #"{"homes": [{"a/b~c %d": 1}], "shape": {"kind": "square", "size": 2}}"#
            return (HTTPResponse(status: .ok, headerFields: json), HTTPBody(user))
        case "getVersions":
            let type = HTTPFields(dictionaryLiteral: (.contentType, "application/vnd.b+json;version=2"))
            return (HTTPResponse(status: .ok, headerFields: type), HTTPBody(#"{"two": 2}"#))
        case "getHome": return (HTTPResponse(status: .notFound, headerFields: json), HTTPBody(#"{"since": 7}"#))
        default: return (HTTPResponse(status: .noContent), nil)
        }
    }
}

func run(_ client: ProgramClient) async throws {
    // Signs distinguish values.
    for zone in [GetUserZone.utcPlus1, .utcMinus1, .utcMinus10, .gmt] { _ = try await client.getUser(id: "a", zone: zone) }
    for blood in [GetUserBlood.aPlus, .aMinus, .abMinus] { _ = try await client.getUser(id: "a", blood: blood) }
    for vote in [GetUserVote._1, .minus1] { _ = try await client.getUser(id: "a", vote: vote) }

    // A referenced schema is one type, named after its place.
    let order = UsersIDOrder.minusName
    let user: GetUserResponse200 = try await client.getUser(id: "a", order: order)
    let same: GetUserResponse200 = try await client.putUser(id: "a", PutUserBody(declared: "x"), order: order, zone: .utcMinus1)
    let home: GetUserResponse200HomesItem? = user.homes?.first
    print(user == same, home?.aBCD ?? 0)
    if case .square(let square)? = user.shape { print(type(of: square), square.size ?? 0) }
    do {
        _ = try await client.getHome(order: order)
    } catch {
        if case .notFound(let response) = error {
            let gone: Gone = response.body
            print(gone.since ?? 0)
        }
    }

    // A parameter of a path item also has one type.
    let view: UsersIDView = .few
    _ = try await client.getUser(id: "a", view: view)
    _ = try await client.putUser(id: "a", PutUserBody(declared: "x"), view: view)

    // Types of several media types of one body are distinguished by the media type. JSON has the plain name.
    let versions = try await client.getVersions()
    if case .ok(let version) = versions {
        let second: GetVersionsResponse200VndBJSONVersion2 = version
        print(second.two ?? 0, GetVersionsResponse200(one: 1))
        try await client.putVersion(second)
    }
    try await client.postVersion(PostVersionBody(number: 1))
    try await client.postVersion(.form(PostVersionBodyForm(text: "a b")))

    // A schema of the description keeps its name if the body of another operation has the name `put_user`.
    try await client.putOther(PutOtherBody(made: "y"))
}

try await run(ProgramClient(transport: Wire()))
