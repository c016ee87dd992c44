import ApusRuntime
import Foundation
import HTTPTypes
import Testing

/// Returns the body and the content type of a request.
private func sent(_ build: (inout ClientRequest) -> Void) async throws(SomeError) -> (text: String, type: String?) {
    let transport = ScriptedTransport(.response(204, [:], ""))
    var request = ClientRequest("POST", "/x", operationID: "op")
    build(&request)
    let _: ClientResponse<NoBody> = try await ClientCore(server: "https://host", transport: transport)
        .send(request, throwing: SomeError.self, [.success(204)])
    let sent = await transport.sent[0]
    return (String(decoding: sent.body ?? [], as: UTF8.self), sent.request.headerFields[.contentType])
}

struct FormTests {
    /// OpenAPI 3.1.1, "Support for x-www-form-urlencoded Request Bodies": objects are JSON unless they have a style.
    @Test func defaults() async throws {
        let value: JSONValue = [
            "id": "f81d4fae", "address": ["street": "123 Example Dr."], "tags": ["a b", "c"], "items": [["n": 1]],
            "none": nil, "ratio": 1.5, "on": true, "empty": [],
        ]
        let (text, type) = try await sent { $0.body(form: value) }
        #expect(
            text == "id=f81d4fae&address=%7B%22street%22%3A%22123+Example+Dr.%22%7D&tags=a+b&tags=c"
                + "&items=%7B%22n%22%3A1%7D&ratio=1.5&on=true")
        #expect(type == "application/x-www-form-urlencoded")
    }

    /// WHATWG URL, section 5.2: percent-encoding, and `+` for a space.
    @Test func encoding() async throws {
        let (text, _) = try await sent { $0.body(form: ["a&b=c": "*-._~ +é\r\n"] as JSONValue) }
        #expect(text == "a%26b%3Dc=*-._%7E+%2B%C3%A9%0D%0A")
    }

    @Test func nestedParameters() async throws {
        let value: JSONValue = [
            "expand": ["a", "b"], "items": [["price": "p", "tiers": [1]]], "metadata": ["k v": "x"], "amount": 3,
            "unset": "",
        ]
        let (text, _) = try await sent { $0.body(form: value, style: .deepObject) }
        #expect(
            text == "expand%5B0%5D=a&expand%5B1%5D=b&items%5B0%5D%5Bprice%5D=p&items%5B0%5D%5Btiers%5D%5B0%5D=1"
                + "&metadata%5Bk+v%5D=x&amount=3&unset=")
    }

    @Test func encodingObjects() async throws {
        let value: JSONValue = [
            "pipes": ["a", "b"], "spaces": ["a", "b"], "joined": ["a", "b"], "exploded": ["x": 1, "y": 2],
            "json": "text", "url": "https://a/b?c=d&e+f",
        ]
        let (text, _) = try await sent {
            $0.body(
                form: value,
                encoding: #"""
                    {"pipes":{"style":"pipeDelimited","explode":false},"spaces":{"style":"spaceDelimited","explode":false},
                    "joined":{"explode":false},"exploded":{"style":"form"},"json":{"contentType":"application/json"},
                    "url":{"allowReserved":true}}
                    """#)
        }
        #expect(
            text == "pipes=a%7Cb&spaces=a+b&joined=a,b&x=1&y=2&json=%22text%22&url=https://a/b?c=d%26e%2Bf")
    }

    @Test func onlyObjectsAreForms() async throws {
        await #expect {
            _ = try await sent { $0.body(form: [1, 2]) }
        } throws: { error in
            guard case .invalidRequest(.parameter(.notAnObject))? = error as? SomeError else { return false }
            return true
        }
    }
}

struct BodyTests {
    @Test func constraintsOfTheWholeBody() async throws {
        await #expect {
            _ = try await sent { $0.body(json: [1, 1], constraints: #"{"uniqueItems":true,"maxItems":1}"#) }
        } throws: { error in
            guard case .validation(let error)? = error as? SomeError else { return false }
            return error.violations.map(\.keyword).sorted() == ["maxItems", "uniqueItems"]
                && error.violations.allSatisfy { $0.pointer == "" }
        }
        #expect(try await sent { $0.body(json: [1], constraints: #"{"maxItems":1}"#) }.text == "[1]")
    }

    @Test func aRangeLeavesTheTypeToTheBody() async throws {
        let image = HTTPBody([1, 2], contentType: "image/png")
        #expect(try await sent { $0.body(bytes: image, contentType: "image/*") }.type == "image/png")
        #expect(try await sent { $0.body(bytes: image, contentType: "*/*") }.type == "image/png")
        #expect(try await sent { $0.body(bytes: image, contentType: "image/gif") }.type == "image/gif")
        let unnamed = HTTPBody([1, 2])
        #expect(
            try await sent { $0.body(bytes: unnamed, contentType: "application/*") }.type == "application/octet-stream")
        await #expect {
            _ = try await sent { $0.body(bytes: unnamed, contentType: "image/*") }
        } throws: { error in
            guard case .invalidRequest(.unexpectedContentType)? = error as? SomeError else { return false }
            return true
        }
    }

    /// A binary body is delivered before it is complete.
    @Test func bytesAreStreamed() async throws {
        let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
        let transport = StreamingTransport(body: HTTPBody(streaming: stream))
        let response: ClientResponse<HTTPBody> = try await ClientCore(
            server: "https://host", transport: transport, configuration: .init(maximumBodySize: 1)
        ).send(
            ClientRequest("GET", "/x", operationID: "op"), throwing: SomeError.self,
            [.success(200, bytes: "application/pdf")])
        continuation.yield([1, 2])
        var chunks = response.body.makeAsyncIterator()
        #expect(try await chunks.next() == [1, 2])
        continuation.yield([3])
        continuation.finish()
        #expect(try await chunks.next() == [3])
        #expect(try await chunks.next() == nil)
    }
}

/// Answers each request with status 200 and a body.
struct StreamingTransport: ClientTransport {
    var type = "application/pdf"
    var body: HTTPBody

    func send(_ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String) -> (HTTPResponse, HTTPBody?) {
        (HTTPResponse(status: .ok, headerFields: [.contentType: type]), self.body)
    }
}
