import ApusRuntime
import HTTPTypes
import Testing

/// Returns the request for parameters.
private func sent(
    _ path: String = "/x", _ build: (inout ClientRequest) -> Void
) async throws(SomeError) -> HTTPRequest {
    let transport = ScriptedTransport(.response(204, [:], ""))
    var request = ClientRequest("GET", path, operationID: "op")
    build(&request)
    let _: ClientResponse<NoBody> = try await ClientCore(server: "https://host", transport: transport)
        .send(request, throwing: SomeError.self, [.success(204)])
    return await transport.sent[0].request
}

struct ParameterTests {
    static let list = ["red", "green", "blue"]
    static let color: JSONValue = ["R": 100, "G": 200]

    /// The table of OpenAPI 3.1.1, "Style Examples".
    @Test(arguments: [
        (ParameterStyle.form, false, "?color=red,green,blue", "?color=R,100,G,200"),
        (.form, true, "?color=red&color=green&color=blue", "?R=100&G=200"),
        (.spaceDelimited, false, "?color=red%20green%20blue", "?color=R%20100%20G%20200"),
        (.pipeDelimited, false, "?color=red%7Cgreen%7Cblue", "?color=R%7C100%7CG%7C200"),
    ])
    func queryStyles(style: ParameterStyle, explode: Bool, array: String, object: String) async throws {
        let first = try await sent { $0.query("color", Self.list, style: style, explode: explode) }
        #expect(first.path == "/x" + array)
        let second = try await sent { $0.query("color", Self.color, style: style, explode: explode) }
        #expect(second.path == "/x" + object)
    }

    @Test(arguments: [
        (ParameterStyle.simple, false, "blue", "red,green,blue", "R,100,G,200"),
        (.simple, true, "blue", "red,green,blue", "R=100,G=200"),
        (.label, false, ".blue", ".red,green,blue", ".R,100,G,200"),
        (.label, true, ".blue", ".red.green.blue", ".R=100.G=200"),
        (.matrix, false, ";color=blue", ";color=red,green,blue", ";color=R,100,G,200"),
        (.matrix, true, ";color=blue", ";color=red;color=green;color=blue", ";R=100;G=200"),
    ])
    func pathStyles(
        style: ParameterStyle, explode: Bool, primitive: String, array: String, object: String
    ) async throws {
        let first = try await sent("/a/{color}/b") { $0.path("color", "blue", style: style, explode: explode) }
        #expect(first.path == "/a/" + primitive + "/b")
        let second = try await sent("/a/{color}/b") { $0.path("color", Self.list, style: style, explode: explode) }
        #expect(second.path == "/a/" + array + "/b")
        let third = try await sent("/a/{color}/b") { $0.path("color", Self.color, style: style, explode: explode) }
        #expect(third.path == "/a/" + object + "/b")
    }

    @Test func deepObjects() async throws {
        let value: JSONValue = ["a": 1, "b": ["c": "x y"], "d": [1, 2], "e": nil]
        let request = try await sent { $0.query("filter", value, style: .deepObject) }
        #expect(request.path == "/x?filter%5Ba%5D=1&filter%5Bb%5D%5Bc%5D=x%20y&filter%5Bd%5D=1&filter%5Bd%5D=2")
        let objects = try await sent { $0.query("f", ["a": [["b": 1], ["b": 2]]] as JSONValue, style: .deepObject) }
        #expect(objects.path == "/x?f%5Ba%5D%5B0%5D%5Bb%5D=1&f%5Ba%5D%5B1%5D%5Bb%5D=2")
        #expect(try await sent { $0.query("f", [:] as JSONValue, style: .deepObject) }.path == "/x")
        let list = try await sent { $0.query("ids", ["a", "b"], style: .deepObject) }
        #expect(list.path == "/x?ids%5B0%5D=a&ids%5B1%5D=b")
    }

    /// Combinations that OpenAPI leaves undefined are written as JSON and never fail.
    @Test(arguments: [
        (ParameterStyle.form, true, "?f=%7B%22a%22%3A1%7D&f=2", "?a=1&b=2"),
        (.form, false, "?f=%7B%22a%22%3A1%7D,2", "?f=a,%5B1%5D,b,2"),
        (.pipeDelimited, false, "?f=%7B%22a%22%3A1%7D%7C2", "?f=a%7C%5B1%5D%7Cb%7C2"),
    ])
    func nestedValues(style: ParameterStyle, explode: Bool, array: String, object: String) async throws {
        let list: JSONValue = [["a": 1], 2]
        let members: JSONValue = ["a": [1], "b": 2]
        #expect(try await sent { $0.query("f", list, style: style, explode: explode) }.path == "/x" + array)
        #expect(try await sent { $0.query("f", members, style: style, explode: explode) }.path == "/x" + object)
    }

    @Test func wholeQuery() async throws {
        let form = try await sent {
            $0.querystring(form: ["a b": "c&d", "e": [1, 2]] as JSONValue, encoding: #"{"e":{"explode":false}}"#)
        }
        #expect(form.path == "/x?a+b=c%26d&e=1,2")
        let json = try await sent { $0.querystring(json: ["a": 1] as JSONValue) }
        #expect(json.path == "/x?%7B%22a%22%3A1%7D")
        #expect(try await sent { $0.querystring(json: nil as Int?) }.path == "/x")
    }

    @Test func nothingForNil() async throws {
        let request = try await sent {
            $0.query("a", nil as String?)
            $0.query("b", [] as [String])
            $0.query("c", "")
            $0.header("X-A", nil as Int?)
        }
        #expect(request.path == "/x?c=")
        #expect(request.headerFields.isEmpty)
    }

    @Test func reservedCharacters() async throws {
        let encoded = try await sent { $0.query("q", "a/b?c&d#e%20é") }
        #expect(encoded.path == "/x?q=a%2Fb%3Fc%26d%23e%2520%C3%A9")
        let allowed = try await sent { $0.query("q", "a/b?c&d#e%20é", allowReserved: true) }
        #expect(allowed.path == "/x?q=a/b?c%26d%23e%20%C3%A9")
    }

    @Test(arguments: ["", ".", "..", "%2e%2E"])
    func pathStructureIsKept(value: String) async throws {
        await #expect {
            _ = try await sent("/a/{id}/b") { $0.path("id", value, allowReserved: true) }
        } throws: { error in
            guard case .invalidRequest(.parameter(.changesPath(name: "id")))? = error as? SomeError else {
                return false
            }
            return true
        }
    }

    @Test func slashesInPathParametersAreEncoded() async throws {
        let request = try await sent("/a/{id}.json") { $0.path("id", "../x?y") }
        #expect(request.path == "/a/..%2Fx%3Fy.json")
    }

    @Test func headersAndCookies() async throws {
        let request = try await sent {
            $0.header("X-List", Self.list)
            $0.header("X-Object", Self.color, explode: true)
            $0.cookie("a", "x y")
            $0.cookie("b", Self.list)
            $0.cookie("c", "x%y", style: .cookie)
        }
        #expect(request.headerFields[HTTPField.Name("X-List")!] == "red,green,blue")
        #expect(request.headerFields[HTTPField.Name("X-Object")!] == "R=100,G=200")
        #expect(request.headerFields[.cookie] == "a=x%20y; b=red; b=green; b=blue; c=x%y")
    }

    @Test func headerInjectionIsRefused() async throws {
        await #expect {
            _ = try await sent { $0.header("X-A", "a\r\nX-B: b") }
        } throws: { error in
            guard case .invalidRequest(.parameter(.invalidHeaderField))? = error as? SomeError else { return false }
            return true
        }
    }
}
