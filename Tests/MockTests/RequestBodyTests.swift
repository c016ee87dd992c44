import ApusClient
import ApusModels
import ApusServer
import HTTPTypes
import Testing

@testable import ApusMock

private let description = """
    openapi: 3.2.0
    info: {title: Bodies, version: "1"}
    paths:
      /form:
        post:
          operationId: addForm
          requestBody:
            required: true
            content:
              multipart/form-data:
                schema:
                  type: object
                  required: [title, photo]
                  additionalProperties: false
                  properties:
                    title: {type: string, minLength: 2}
                    count: {type: integer, maximum: 9}
                    photo: {type: string, format: binary, maxLength: 4}
                    sound: {type: string, contentMediaType: audio/wav}
                    range: {type: object, required: [min], properties: {min: {type: integer}}}
                    tags: {type: array, maxItems: 2, items: {type: string, maxLength: 3}}
                    places: {type: array, items: {type: object, required: [city]}}
                    any: {}
                encoding: {photo: {contentType: "image/png, image/jpeg"}}
          responses: &ok {"204": {description: ok}}
      /text:
        post:
          operationId: addText
          requestBody:
            required: true
            content: {text/plain: {schema: {type: string, pattern: "^[a-z]+$", maxLength: 5}}}
          responses: *ok
      /number: {post: {requestBody: {content: {text/plain: {schema: {type: integer}}}}, responses: *ok}}
      /bytes: {put: {requestBody: {required: true, content: {application/octet-stream: {}}}, responses: *ok}}
      /json: {put: {requestBody: {content: {application/json: {}}}, responses: *ok}}
      /any: {post: {requestBody: {content: {"*/*": {schema: {type: object, required: [n]}}}}, responses: *ok}}
      /any-text: {post: {requestBody: {content: {"*/*": {schema: {type: string}}}}, responses: *ok}}
      /lines:
        post:
          operationId: addLines
          requestBody:
            content:
              application/jsonl: {itemSchema: &item {type: object, required: [n], properties: {n: {type: integer}}}}
              application/json-seq: {schema: {type: array, items: *item}}
          responses: *ok
    """

/// Bodies that are neither JSON nor forms.
@Suite struct RequestBodyTests {
    private let mock: Mocked

    init() throws { mock = try Mocked(description) }

    private func send(
        _ path: String, _ type: String, _ body: String?, method: HTTPRequest.Method = .post
    ) async throws -> (status: Int, problems: [String]) {
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: path, headerFields: [.contentType: type])
        // The length of a streamed body is not known in advance.
        let stream = body.map { body in
            HTTPBody(
                streaming: AsyncStream<[UInt8]> {
                    $0.yield(Array(body.utf8))
                    $0.finish()
                })
        }
        let reply = await mock.server.respond(to: head, body: stream)
        let problems = (reply.cause as? ServerRefusal)?.problems.map {
            "\($0.violation.pointer) \($0.violation.keyword)"
        }
        return (reply.head.status.code, problems ?? [])
    }

    private func send(_ parts: [Part]) async throws -> (status: Int, problems: [String]) {
        let text = parts.map { "--end\r\nContent-Disposition: form-data; name=\($0.head)\r\n\r\n\($0.body)\r\n" }
        return try await send("/form", "multipart/form-data; boundary=end", text.joined() + "--end--\r\n")
    }

    /// A part of a form: its name, which parameters and header fields may follow, and its body.
    struct Part: Sendable {
        var head: String
        var body: String

        init(_ head: String, _ body: String) {
            self.head = head
            self.body = body
        }
    }

    private static let title = Part("title", "Mia")
    private static let photo = Part("photo; filename=a.png\r\nContent-Type: image/png", "png")

    static let validForms: [[Part]] = [
        [],
        [Part("count", "9"), Part("range", #"{"min": 1}"#), Part("tags", "a"), Part("tags", "b"), Part("any", "text")],
        [Part("tags\r\nContent-Type: application/json", #"["a"]"#), Part("places", #"{"city": "Bern"}"#)],
        [Part("sound; filename=a.wav\r\nContent-Type: audio/wav", "\u{0}")],
    ]

    @Test(arguments: validForms) func validParts(_ parts: [Part]) async throws {
        let answer = try await send([Self.title, Self.photo] + parts)
        #expect(answer.status == 204, "\(answer.problems)")
    }

    /// Parts that break a rule, by the violation.
    static let invalidForms: [String: [Part]] = [
        "/photo required": [title],
        "/title minLength": [Part("title", "M"), photo],
        "/photo maxLength": [title, Part("photo\r\nContent-Type: image/png", "large")],
        "/photo contentMediaType": [title, Part("photo\r\nContent-Type: text/plain", "text")],
        "/count maximum": [title, photo, Part("count", "10")],
        "/count type": [title, photo, Part("count", "x")],
        "/range/min required": [title, photo, Part("range", "{}")],
        "/tags/1 maxLength": [title, photo, Part("tags", "abc"), Part("tags", "abcd")],
        "/tags maxItems": [title, photo, Part("tags", "a"), Part("tags", "b"), Part("tags", "c")],
        "/places/0/city required": [title, photo, Part("places", "{}")],
        "/other additionalProperties": [title, photo, Part("other", "x")],
        "/title type": [title, title, photo],
    ]

    @Test(arguments: invalidForms.keys.sorted()) func invalidParts(_ problem: String) async throws {
        let answer = try await send(try #require(Self.invalidForms[problem]))
        #expect(answer.status == 422)
        #expect(answer.problems == [problem])
    }

    @Test func partsThatCannotBeRead() async throws {
        #expect(try await send([Self.title, Self.photo, Part("range", "{")]).status == 400)
        #expect(try await send("/form", "multipart/form-data", "--end--").status == 400)
        #expect(try await send("/form", "multipart/form-data; boundary=end", "--end\r\n").status == 400)
    }

    @Test(arguments: [
        ("/text", "text/plain", "abc", 204), ("/text", "text/plain; charset=utf-8", "abcdef", 422),
        ("/text", "text/plain", "ABC", 422), ("/text", "text/plain; charset=utf-16", "abc", 400),
        ("/number", "text/plain", "17", 204), ("/number", "text/plain", "x", 422), ("/number", "text/plain", "", 204),
        ("/text", "text/plain", "", 400), ("/form", "multipart/form-data; boundary=end", "", 400),
        ("/any", "application/json", "{\"n\": 1}", 204), ("/any", "application/json", "{}", 422),
        ("/any", "x/y", "{", 400), ("/any-text", "x/y", "{", 204),
        ("/lines", "application/jsonl", "{\"n\": 1}\n\n{\"n\": 2}\n", 204),
        ("/lines", "application/jsonl", "{\"n\": 1}\n{\"n\": \"x\"}\n", 422),
        ("/lines", "application/jsonl", "{\"n\": 1}\n{", 400),
        ("/lines", "application/json-seq", "\u{1E}{\"n\": 1}\n", 204),
        ("/lines", "application/json-seq", "\u{1E}{}\n", 422),
    ])
    func bodies(_ path: String, _ type: String, _ body: String, _ status: Int) async throws {
        #expect(try await send(path, type, body).status == status)
    }

    @Test func bytes() async throws {
        #expect(try await send("/bytes", "application/octet-stream", "x", method: .put).status == 204)
        #expect(try await send("/bytes", "application/octet-stream", "", method: .put).status == 400)
        #expect(try await send("/bytes", "application/octet-stream", nil, method: .put).status == 400)
        #expect(try await send("/json", "application/json", "{", method: .put).status == 400)
        #expect(try await send("/json", "application/json", "[1]", method: .put).status == 204)
    }

    @Test func problemsOfElementsHaveTheirIndex() async throws {
        let answer = try await send("/lines", "application/jsonl", "{\"n\": 1}\n{}\n{\"n\": true}")
        #expect(answer.problems == ["/1/n required", "/2/n type"])
    }
}
