#if LoopbackTests
import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// A generated client calls the generated server of the same description.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct ClientTests {
    private func serve(_ wire: Wire, _ test: @escaping @Sendable (LibraryClient) async throws -> Void) async throws {
        let responder = LibraryHandlers().responder(configuration: ServerConfiguration(validatesResponses: false))
        try await wire.serve(responder, path: "/v1") { server, transport in
            try await test(LibraryClient(apiKey: "k", server: server, transport: transport))
        }
    }

    @Test(arguments: Wire.allCases) func parameters(_ wire: Wire) async throws {
        try await serve(wire) { client in
            let response = try await client.listBooksWithResponse(
                q: "a&b %", limit: 5, sort: .minusTitle, tags: ["x,y", "z"], ids: [1, 2], codes: ["a,b", "c"],
                pages: RangeModel(min: 1, max: 2), place: Place(city: "Köln", zips: ["1", "2"]),
                where: RangeModel(max: 3), xTrace: [4, 5], theme: "dark; blue")
            #expect(
                response.body[0].tags == [
                    "q=a&b %", "limit=5", "sort=-title", #"tags=["x,y", "z"]"#, "ids=[1, 2]",
                    #"codes=["a,b", "c"]"#, "pages=1...2", #"place=Köln ["1", "2"]"#, "where=3", "trace=[4, 5]",
                    "theme=dark; blue", "key=owner of k",
                ])
            #expect(try response.headers(as: LibraryHeaders.self).xTotal == 7)
            #expect(try response.headers(as: LibraryHeaders.self).xNext == "next")
            let point = try await client.getPoint(
                label: [1, 2], matrix: RangeModel(min: 3), simple: RangeModel(min: 4, max: 5))
            #expect(point == "[1, 2] 3 -1 4")
            #expect(try await client.getFileInfo(name: "a/b %2F.c") == "about a/b %2F.c")
            #expect(try await client.search(all: Note(text: "a+b", level: 2)) == "a+b 2")
        }
    }

    @Test(arguments: Wire.allCases) func bodies(_ wire: Wire) async throws {
        try await serve(wire) { client in
            #expect(try await client.addBook(BookRequest(title: "New", tags: ["a"])).pages == 100)
            let logIn = LogIn(user: "a b&c", remember: true, roles: ["x", "y z"], range: RangeModel(min: 4))
            #expect(try await client.logIn(logIn) == #"a b&c true ["x", "y z"] 4"#)
            #expect(try await client.addNote(.form(Note(text: "ä", level: 1))) == "form ä 1")
            #expect(try await client.addNote(.text("plain")) == "text plain")
            #expect(try await client.addNote() == "nothing")
            #expect(try await client.importBooks([RangeModel(min: 1), RangeModel(min: 2)]) == 3)
            let bytes = [UInt8]((0..<100_000).map { UInt8(truncatingIfNeeded: $0) })
            let same = try await client.putBytes(HTTPBody(bytes)).collect(upTo: 1 << 20)
            #expect(same == bytes)
        }
    }

    @Test(arguments: Wire.allCases) func multipart(_ wire: Wire) async throws {
        try await serve(wire) { client in
            let file = MultipartFile([UInt8](repeating: 7, count: 50_000), filename: "a.png", contentType: "image/png")
            let seen = try await client.putCover(
                id: 1, PutCoverBody(title: "Cover", image: file, tags: ["a", "b"], size: RangeModel(max: 9)))
            #expect(seen == ["title": "Cover", "image": "a.png 50000 image/png", "tags": "a;b;", "size": "9"])
        }
    }

    @Test(arguments: Wire.allCases) func streams(_ wire: Wire) async throws {
        try await serve(wire) { client in
            var elements: [Int] = []
            for try await range in try await client.exportBooks(count: 1000) { elements.append(range.min ?? -1) }
            #expect(elements == Array(0..<1000))
            var events: [Int] = []
            for try await range in try await client.watch(count: 5) { events.append(range.min ?? -1) }
            #expect(events == Array(0..<5))
        }
    }

    @Test(arguments: Wire.allCases) func errors(_ wire: Wire) async throws {
        try await serve(wire) { client in
            await #expect(throws: AddBookError.self) { try await client.addBook(BookRequest(title: "known")) }
            do {
                _ = try await client.addBook(BookRequest(title: "down"))
            } catch AddBookError.serverError(let response) {
                #expect(response.status == 503)
                #expect(response.message == "down")
            }
            do {
                _ = try await client.addBook(BookRequest(title: "busy"))
            } catch AddBookError.tooManyRequests(let response) {
                #expect(try response.headers(as: LibraryHeaders.self).retryAfter == 3)
            }
            do {
                _ = try await client.getBook(id: 404)
            } catch GetBookError.notFound(let response) {
                #expect(response.message == "no book 404")
            }
            #expect(try await client.getBook(id: 3, accept: .text) == .okText("id,title\n3,Book\n"))
        }
    }

    /// A client checks the texts that it sends, and those that it receives if it validates responses.
    @Test(arguments: Wire.allCases) func textBodies(_ wire: Wire) async throws {
        let responder = LibraryHandlers().responder(configuration: ServerConfiguration(validatesResponses: false))
        try await wire.serve(responder, path: "/v1") { server, transport in
            let client = LibraryClient(
                apiKey: "k", server: server, transport: transport,
                configuration: ClientConfiguration(validatesResponses: true))
            #expect(try await client.putCode(.textPlain("abc")) == "text abc")
            #expect(try await client.putQuantity("50") == "50")
            // The last two are sent. Their responses, a success and a documented error, are not valid.
            let bodies: [(PutCodeContent, String)] = [
                (.textPlain("Abc"), "pattern"), (.textCSV("gray"), "enum"), (.textPlain("abcdefgh"), "maxLength"),
                (.textPlain("odd"), "enum"),
            ]
            for (body, keyword) in bodies {
                do {
                    _ = try await client.putCode(body)
                    Issue.record("\(body) was accepted")
                } catch PutCodeError.validation(let error) {
                    #expect(error.violations.map(\.keyword) == [keyword])
                }
            }
            for (body, message) in [("100", "must be at most 99"), ("51", "must be at most 50")] {
                do {
                    _ = try await client.putQuantity(body)
                    Issue.record("\(body) was accepted")
                } catch PutQuantityError.validation(let error) {
                    #expect(error.violations.map(\.message) == [message])
                }
            }
            do {
                _ = try await client.putCode(.textPlain("taken"))
            } catch PutCodeError.conflict(let response) {
                #expect(response.body == "dark")
            }
        }
    }

    /// A client that sends what its description forbids is told everything.
    @Test(arguments: Wire.allCases) func refusals(_ wire: Wire) async throws {
        try await wire.serve(LibraryHandlers().responder(), path: "/v1") { server, transport in
            let client = LibraryClient(
                apiKey: "k", server: server, transport: transport,
                configuration: ClientConfiguration(validatesRequests: false))
            do {
                _ = try await client.addBook(BookRequest(title: "", tags: ["a", "b", "c", "d"]))
                Issue.record("the request was not refused")
            } catch AddBookError.unexpected(let response) {
                Issue.record("a refusal is not documented: \(response)")
            } catch AddBookError.undocumented(let response) {
                #expect(response.status == 422)
                let problem = try JSON.decode(JSONValue.self, from: response.body)
                #expect(problem["errors"]?.array?.count == 2)
            }
        }
    }
}
#endif
