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

private struct Received: Equatable {
    var name: String?
    var filename: String?
    var contentType: String?
    var text: String
}

/// Sends a request, and reads its body as a server would.
private func parts(_ build: (inout ClientRequest) -> Void) async throws -> [Received] {
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

private func received(_ body: HTTPBody, _ contentType: String) async throws -> [Received] {
    var result: [Received] = []
    for try await part in MultipartSequence(body, contentType: contentType) {
        let text = String(decoding: try await part.body.collect(upTo: 1 << 20), as: UTF8.self)
        result.append(
            Received(name: part.name, filename: part.filename, contentType: part.contentType, text: text))
    }
    return result
}

private func stream(_ chunks: [[UInt8]]) -> HTTPBody {
    HTTPBody(
        streaming: AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        })
}

struct MultipartTests {
    @Test func membersAreParts() async throws {
        let upload = Upload(
            title: "a\r\nb", count: 3, file: MultipartFile([1, 2].map { $0 + 64 }, filename: "x.png", contentType: "image/png"),
            files: [MultipartFile("one".utf8), MultipartFile(stream([Array("t".utf8), Array("wo".utf8)]))],
            details: ["k": 1], tags: ["p", "q"])
        let parts = try await parts { $0.body(multipart: upload) }
        #expect(
            parts == [
                Received(name: "title", text: "a\r\nb"), Received(name: "count", text: "3"),
                Received(name: "file", filename: "x.png", contentType: "image/png", text: "AB"),
                Received(name: "files", filename: "files", contentType: "application/octet-stream", text: "one"),
                Received(name: "files", filename: "files", contentType: "application/octet-stream", text: "two"),
                Received(name: "details", contentType: "application/json", text: #"{"k":1}"#),
                Received(name: "tags", text: "p"), Received(name: "tags", text: "q"),
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
                Received(name: "title", contentType: "application/json", text: #""t""#),
                Received(name: "file", filename: "file", contentType: "image/png", text: "A"),
                Received(name: "details[k][l][0]", text: "1"), Received(name: "details[k][l][1]", text: "2"),
                Received(name: "tags", text: "p|q"),
            ])
    }

    /// Names cannot end their header field or quotes.
    @Test func namesAreEscaped() async throws {
        let hostile = "a\"; filename=\"b\"\r\nX-Injected: 1\r\n\r\n"
        let parts = try await parts {
            $0.body(multipart: [hostile: "v"] as JSONValue)
        }
        #expect(parts == [Received(name: "a%22; filename=%22b%22%0D%0AX-Injected: 1%0D%0A%0D%0A", text: "v")])
    }

    @Test func filesAreTheirOwnParts() async throws {
        // What looks like a placeholder is text.
        let upload = Upload(title: "1-1-0", file: MultipartFile([66]))
        #expect(try await parts { $0.body(multipart: upload) }.map(\.text) == ["1-1-0", "B"])
        #expect(upload == Upload(title: "1-1-0", file: MultipartFile([66])))
        #expect(upload != Upload(title: "1-1-0", file: MultipartFile([67])))
        #expect(throws: JSONError.self) { try JSON.encode(Upload(title: "", file: MultipartFile(stream([])))) }
        #expect(try JSON.encode(Upload(title: "", file: MultipartFile([66]))) == Array(#"{"title":"","file":"B"}"#.utf8))
    }

    @Test func partsOfAnyKind() async throws {
        let parts = try await parts {
            $0.body(
                parts: [
                    MultipartPart(headers: [.contentType: "application/json"], body: HTTPBody("{}")),
                    MultipartPart(body: HTTPBody("")),
                ], contentType: "multipart/mixed")
        }
        #expect(parts == [Received(contentType: "application/json", text: "{}"), Received(text: "")])
    }

    /// RFC 2046, section 5.1.1: preamble, epilogue, white space after a boundary, and what only looks like one.
    @Test func reading() async throws {
        let text = """
            preamble\r\n--b \t\r\ncontent-type: text/plain\r\n\r\n\r\n-b\r\n--\r\n--c\r\n--b\r\n\r\n--b-\r\n--b--\r\nepilogue
            """
        let bytes = Array(text.utf8)
        let expected = [
            Received(contentType: "text/plain", text: "\r\n-b\r\n--\r\n--c"), Received(text: "--b-"),
        ]
        for size in 1...bytes.count {
            let chunks = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
            #expect(try await received(stream(chunks), "multipart/mixed; boundary=\"b\"") == expected, "\(size)")
        }
    }

    @Test func partsCanBeSkipped() async throws {
        var parts = MultipartSequence(
            HTTPBody("--b\r\n\r\nlong text\r\n--b\r\nA: 1\r\n\r\nx\r\n--b--"), contentType: "multipart/mixed; boundary=b"
        ).makeAsyncIterator()
        let first = try await parts.next()
        let second = try await parts.next()
        #expect(second?.headers[HTTPField.Name("A")!] == "1")
        #expect(try await first?.body.collect(upTo: 100) == [])
        #expect(try await second?.body.collect(upTo: 100) == Array("x".utf8))
        #expect(try await parts.next() == nil)
    }

    @Test(arguments: [
        ("--b\r\n\r\nx", "multipart/mixed; boundary=b", MultipartError.truncated),
        ("", "multipart/mixed; boundary=b", .truncated), ("--b--", "multipart/mixed", .missingBoundary),
        ("--b\r\nno colon\r\n\r\n\r\n--b--", "multipart/mixed; boundary=b", .invalidHeaders),
    ])
    func malformedBodies(text: String, type: String, error: MultipartError) async throws {
        await #expect(throws: error) { _ = try await received(HTTPBody(text), type) }
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
