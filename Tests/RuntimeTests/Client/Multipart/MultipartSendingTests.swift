import ApusRuntime
import HTTPTypes
import Testing

private struct Upload: ObjectModel {
    var title: String
    var count: Int?
    var file: MultipartFile?
    var files: [MultipartFile]?
    var details: [String: JSONValue]?
    var tags: [String]?

    init(
        title: String, count: Int? = nil, file: MultipartFile? = nil, files: [MultipartFile]? = nil,
        details: [String: JSONValue]? = nil, tags: [String]? = nil
    ) {
        self.title = title
        self.count = count
        self.file = file
        self.files = files
        self.details = details
        self.tags = tags
    }

    static let table = ObjectTable(
        of: Self.self, "title count? file? files? details? tags?",
        [String.self, Int?.self, MultipartFile?.self, [MultipartFile]?.self, [String: JSONValue]?.self, [String]?.self])
}

/// Sends a request and reads its body as a server would.
private func parts(_ build: (inout ClientRequest) -> Void) async throws -> [ReceivedText] {
    let transport = ScriptedTransport(.response(204, [:], ""))
    var request = ClientRequest("POST", "/x", operationID: "op")
    build(&request)
    let _: ClientResponse<NoBody> = try await ClientCore(server: "https://host", transport: transport)
        .send(request, throwing: SomeError.self, [.success(204)])
    let sent = await transport.sent[0]
    let type = sent.request.headerFields[.contentType] ?? ""
    #expect(type.hasPrefix("multipart/"))
    return try await received(HTTPBody(sent.body ?? []), type)
}

struct MultipartSendingTests {
    @Test func membersAreParts() async throws {
        let upload = Upload(
            title: "a\r\nb", count: 3,
            file: MultipartFile([1, 2].map { $0 + 64 }, filename: "x.png", contentType: "image/png"),
            files: [MultipartFile("one".utf8), MultipartFile(stream([Array("t".utf8), Array("wo".utf8)]))],
            details: ["k": 1], tags: ["p", "q"])
        let parts = try await parts { $0.body(multipart: upload) }
        #expect(
            parts == [
                ReceivedText(name: "title", text: "a\r\nb"), ReceivedText(name: "count", text: "3"),
                ReceivedText(name: "file", filename: "x.png", contentType: "image/png", text: "AB"),
                ReceivedText(name: "files", filename: "files", contentType: "application/octet-stream", text: "one"),
                ReceivedText(name: "files", filename: "files", contentType: "application/octet-stream", text: "two"),
                ReceivedText(name: "details", contentType: "application/json", text: #"{"k":1}"#),
                ReceivedText(name: "tags", text: "p"), ReceivedText(name: "tags", text: "q"),
            ])
    }

    @Test func encodingObjects() async throws {
        let upload = Upload(
            title: "t", file: MultipartFile([65]), details: ["k": ["l": [1, 2]]], tags: ["p", "q"])
        let parts = try await parts {
            $0.body(
                multipart: upload,
                encoding: #"""
                    {"title":{"contentType":"application/json"},"file":{"contentType":"image/png, image/jpeg"},
                    "details":{"style":"deepObject"},"tags":{"style":"pipeDelimited","explode":false}}
                    """#)
        }
        #expect(
            parts == [
                ReceivedText(name: "title", contentType: "application/json", text: #""t""#),
                ReceivedText(name: "file", filename: "file", contentType: "image/png", text: "A"),
                ReceivedText(name: "details[k][l][0]", text: "1"), ReceivedText(name: "details[k][l][1]", text: "2"),
                ReceivedText(name: "tags", text: "p|q"),
            ])
    }

    /// Names cannot end their quotes or their header field.
    @Test func namesAreEscaped() async throws {
        let hostile = "a\"; filename=\"b\"\r\nX-Injected: 1\r\n\r\n"
        let parts = try await parts {
            $0.body(multipart: [hostile: "v"] as JSONValue)
        }
        #expect(parts == [ReceivedText(name: hostile, text: "v")])
        let part = MultipartPart(name: hostile, filename: "c\\\"d", body: HTTPBody(""))
        #expect(
            part.headers[.contentDisposition]
                == #"form-data; name="a%22; filename=%22b%22%0D%0AX-Injected: 1%0D%0A%0D%0A"; filename="c\\%22d""#)
    }

    @Test func filesAreTheirOwnParts() async throws {
        // A text that resembles a placeholder remains a text.
        let upload = Upload(title: "1-1-0", file: MultipartFile([66]))
        #expect(try await parts { $0.body(multipart: upload) }.map(\.text) == ["1-1-0", "B"])
        #expect(upload == Upload(title: "1-1-0", file: MultipartFile([66])))
        #expect(upload != Upload(title: "1-1-0", file: MultipartFile([67])))
        #expect(throws: JSONError.self) { try JSON.encode(Upload(title: "", file: MultipartFile(stream([])))) }
        #expect(
            try JSON.encode(Upload(title: "", file: MultipartFile([66]))) == Array(#"{"title":"","file":"B"}"#.utf8))
    }

    @Test func partsOfAnyKind() async throws {
        let parts = try await parts {
            $0.body(
                parts: [
                    MultipartPart(headers: [.contentType: "application/json"], body: HTTPBody("{}")),
                    MultipartPart(body: HTTPBody("")),
                ], contentType: "multipart/mixed")
        }
        #expect(parts == [ReceivedText(contentType: "application/json", text: "{}"), ReceivedText(text: "")])
    }

    @Test func elements() async throws {
        let transport = ScriptedTransport(.response(204, [:], ""))
        var request = ClientRequest("POST", "/x", operationID: "op")
        request.body(elements: [1, 2] as JSONElements<Int>, framing: .lines, contentType: "application/jsonl")
        let _: ClientResponse<NoBody> = try await ClientCore(server: "https://host", transport: transport)
            .send(request, throwing: SomeError.self, [.success(204)])
        #expect(await transport.sent[0].body == Array("1\n2\n".utf8))
    }
}
