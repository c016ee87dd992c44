#if LoopbackTests
import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// The sending side of webhooks calls the receiving side.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct WebhookTests {
    private actor Received {
        private(set) var texts: [String] = []

        func add(_ text: String) { texts.append(text) }
    }

    private static let signature = HTTPField.Name("X-Signature")!
    private static let event = HTTPField.Name("X-Event")!

    /// Not a signature for real use: the length of the body.
    private static func sign(_ body: [UInt8]) -> HTTPFields { [signature: "\(body.count)"] }

    private func receiver(_ received: Received) -> WebhookReceiver {
        var receiver = WebhookReceiver { body, headers in
            guard headers[Self.signature] == Self.sign(body)[Self.signature] else {
                throw AuthenticationError.unauthorized
            }
        }
        receiver.on(LibraryWebhooks.bookAdded, at: "/hooks", header: (Self.event, "added")) { note in
            if note.text == "crash" { throw LibraryHandlers.Secret() }
            await received.add("added \(note.text)")
        }
        receiver.on(LibraryWebhooks.bookRemoved, at: "/hooks", header: (Self.event, "removed")) { range in
            await received.add("removed \(range.max ?? -1)")
        }
        return receiver
    }

    @Test(arguments: Wire.allCases) func sentAndReceived(_ wire: Wire) async throws {
        let received = Received()
        try await wire.serve(receiver(received).responder()) { server, transport in
            let sender = WebhookSender(transport: transport) { Self.sign($0) }
            let url = server + "/hooks"
            try await sender.send(LibraryWebhooks.bookAdded, Note(text: "a"), to: url, headers: [Self.event: "added"])
            try await sender.send(
                LibraryWebhooks.bookRemoved, RangeModel(max: 3), to: url + "?x=1", headers: [Self.event: "removed"])
            #expect(await received.texts == ["added a", "removed 3"])
            await #expect(throws: WebhookError(status: 404)) {
                try await sender.send(LibraryWebhooks.bookAdded, Note(text: "a"), to: url)
            }
            await #expect(throws: WebhookError(status: 500)) {
                try await sender.send(
                    LibraryWebhooks.bookAdded, Note(text: "crash"), to: url, headers: [Self.event: "added"])
            }
            await #expect(throws: ValidationError.self) {
                try await sender.send(LibraryWebhooks.bookRemoved, RangeModel(max: 5000), to: url)
            }
            let stranger = WebhookSender(transport: transport)
            await #expect(throws: WebhookError(status: 401)) {
                try await stranger.send(
                    LibraryWebhooks.bookAdded, Note(text: "b"), to: url, headers: [Self.event: "added"])
            }
            #expect(await received.texts.count == 2)
        }
    }

    /// A receiver that answers and then sends a body for ever does not hold the sender.
    @Test func endlessAnswer() async throws {
        struct EndlessAnswers: ClientTransport {
            func send(
                _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
            ) async throws -> (HTTPResponse, HTTPBody?) {
                let chunks = AsyncStream<[UInt8]> { $0.yield([1]) }
                return (HTTPResponse(status: .ok), HTTPBody(streaming: chunks))
            }
        }
        var sender = WebhookSender(transport: EndlessAnswers())
        sender.maximumAnswerTime = .milliseconds(50)
        try await sender.send(LibraryWebhooks.bookAdded, Note(text: "a"), to: "https://host/hooks")
    }

    @Test func payloadsAreChecked() async throws {
        let responder = receiver(Received()).responder()
        for (body, status) in [(#"{"max":5000}"#, 422), (#"{"max":"x"}"#, 422), ("{", 400)] {
            var headers = Self.sign(Array(body.utf8))
            headers[Self.event] = "removed"
            headers[.contentType] = "application/json"
            let head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/hooks", headerFields: headers)
            let reply = await responder.respond(to: head, body: HTTPBody(body))
            #expect(reply?.head.status.code == status)
        }
    }
}
#endif
