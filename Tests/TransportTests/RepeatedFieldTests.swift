#if LoopbackTests
import ApusRuntime
import Foundation
import HTTPTypes
import LoopbackSupport
import Testing

/// Repeated header fields in requests and responses.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct RepeatedFieldTests {
    private static let list = HTTPField.Name("X-List")!

    @Test(arguments: TransportKind.allCases)
    func requests(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(204, "", [:])
        } _: { server, seen in
            var request = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
            // Generated clients set a field for each cookie.
            request.headerFields[.cookie] = "a=1; b=x,y"
            request.headerFields.append(HTTPField(name: .cookie, value: "c=3"))
            for value in ["text/csv", "text/plain"] {
                request.headerFields.append(HTTPField(name: .accept, value: value))
            }
            for value in ["1", "2, 3"] { request.headerFields.append(HTTPField(name: Self.list, value: value)) }
            _ = try await kind.make().send(
                request, body: nil, baseURL: #require(URL(string: server)), operationID: "fields")

            let fields = try #require(await seen.last).headers
            #expect(fields[fields: .cookie].map(\.value) == ["a=1; b=x,y; c=3"])
            #expect(elements(of: .accept, in: fields) == ["text/csv", "text/plain"])
            #expect(elements(of: Self.list, in: fields) == ["1", "2", "3"])
        }
    }

    /// The cookies of parameters and credentials are combined into one field.
    @Test(arguments: TransportKind.allCases)
    func cookiesOfAClient(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(200, #"{"id":7}"#)
        } _: { server, seen in
            let core = ClientCore(
                server: server, transport: kind.make(),
                credentials: [
                    "key": .apiKey("k", in: .cookie, name: "KEY"), "token": .apiKey("t", in: .cookie, name: "TOKEN"),
                ])
            var request = ClientRequest("GET", "/x", operationID: "cookies", security: [["key", "token"]])
            request.cookie("a", ["1", "2"])
            request.cookie("b", "x y")
            let response: ClientResponse<Session> = try await core.send(
                request, throwing: ExampleError.self, [.success(200, json: Session.self)])
            #expect(response.body == Session(id: 7))
            let fields = try #require(await seen.last).headers
            #expect(fields[fields: .cookie].map(\.value) == ["a=1; a=2; b=x%20y; KEY=k; TOKEN=t"])
        }
    }

    @Test(arguments: TransportKind.allCases)
    func responses(kind: TransportKind) async throws {
        let cookies = ["a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT; Path=/", "b=2", "c=\"3\"; HttpOnly"]
        try await withServer { _, _ in
            var fields: HTTPFields = [.vary: "accept"]
            for cookie in cookies { fields.append(HTTPField(name: .setCookie, value: cookie)) }
            fields.append(HTTPField(name: .vary, value: "origin, cookie"))
            for value in ["1", "2, 3"] { fields.append(HTTPField(name: Self.list, value: value)) }
            return .text(200, "{}", fields)
        } _: { server, _ in
            let (head, _) = try await kind.make().send(
                HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"), body: nil,
                baseURL: #require(URL(string: server)), operationID: "fields")
            #expect(head.headerFields[fields: .setCookie].map(\.value) == cookies)
            #expect(elements(of: .vary, in: head.headerFields) == ["accept", "origin", "cookie"])
            #expect(elements(of: Self.list, in: head.headerFields) == ["1", "2", "3"])
        }
    }

    /// Returns the elements of a list in one or more fields (RFC 9110, section 5.3).
    private func elements(of name: HTTPField.Name, in fields: HTTPFields) -> [String] {
        fields[fields: name].flatMap { $0.value.split(separator: ",") }.map { String($0.drop { $0 == " " }) }
    }
}
#endif
