import ApusRuntime
import HTTPTypes
import TestSupport
import Testing

/// Parts with arbitrary content are received as they were sent.
struct MultipartRoundTripTests {
    private struct Sent: Equatable {
        var name: String
        var filename: String?
        var contentType: String?
        var bytes: [UInt8]
    }

    @Test(arguments: 0..<60) func partsComeAsTheyWereSent(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let sent = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            Sent(
                name: Self.text(&generator), filename: Bool.random(using: &generator) ? Self.text(&generator) : nil,
                contentType: ["text/plain", "image/png", nil].randomElement(using: &generator)!,
                bytes: Self.bytes(&generator))
        }
        let transport = ScriptedTransport(.response(204, [:], ""))
        var request = ClientRequest("POST", "/x", operationID: "op")
        request.body(
            parts: sent.map {
                MultipartPart(
                    name: $0.name, filename: $0.filename, contentType: $0.contentType,
                    body: stream($0.bytes, in: Int.random(in: 1...9, using: &generator)))
            }, contentType: "multipart/form-data")
        let _: ClientResponse<NoBody> = try await ClientCore(server: "https://host", transport: transport)
            .send(request, throwing: SomeError.self, [.success(204)])
        let message = await transport.sent[0]
        let body = try #require(message.body)
        let type = try #require(message.request.headerFields[.contentType])
        for size in [1, 7, 64, body.count] {
            var received: [Sent] = []
            for try await part in MultipartSequence(stream(body, in: size), contentType: type) {
                received.append(
                    Sent(
                        name: part.name ?? "-", filename: part.filename, contentType: part.contentType,
                        bytes: try await part.body.collect(upTo: 1 << 20)))
            }
            #expect(received == sent)
        }
    }

    /// A broken body gives the same parts and the same error, in one piece and byte by byte.
    @Test(arguments: 0..<40) func brokenBodiesAreReadTheSameInPieces(seed: UInt64) async {
        let pieces = [
            "--b", "--b\r\n", "--b--", "\r\n", "\r", "\n", "-", " ", "\t", ":", "A: 1", "A:", "\u{0}", "é", "b",
            "--b \t\r\n", "\r\n--b",
            "Content-Disposition: form-data; name=\"x\"",
        ]
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            var text = ""
            for _ in 0..<Int.random(in: 0...25, using: &generator) { text += pieces.randomElement(using: &generator)! }
            let limits = MultipartLimits(maximumParts: 3, maximumHeaderBytes: Int.random(in: 1...40, using: &generator))
            let bytes = Array(text.utf8)
            let whole = await outcome(HTTPBody(bytes), limits)
            #expect(await outcome(stream(bytes, in: 1), limits) == whole, "\(text.debugDescription)")
            #expect(await outcome(stream(bytes, in: 3), limits) == whole, "\(text.debugDescription)")
        }
    }

    /// Returns the received parts, followed by the error, if any.
    private func outcome(_ body: HTTPBody, _ limits: MultipartLimits) async -> [String] {
        var result: [String] = []
        do {
            for try await part in MultipartSequence(body, contentType: "multipart/mixed; boundary=b", limits: limits) {
                result.append("\(part.headers)")
                result.append(String(decoding: try await part.body.collect(upTo: 1 << 20), as: UTF8.self))
            }
        } catch {
            result.append("\(error)")
        }
        return result
    }

    /// Returns a name with special characters of header fields, except `%`, which senders do not escape.
    private static func text(_ generator: inout SeededGenerator) -> String {
        let characters = Array("ab\"\\;=, '\u{301}é€😀\r\n\0\u{1}\t*".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            text.append(characters.randomElement(using: &generator)!)
        }
        return String(text)
    }

    /// Returns bytes that resemble a boundary.
    private static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
        let pieces = ["\r\n", "\r", "\n", "--", "-", "apus-", "\r\n--", "\r\n--apus-", "x", "\u{0}"].map {
            Array($0.utf8)
        }
        return (0..<Int.random(in: 0...20, using: &generator)).flatMap { _ in pieces.randomElement(using: &generator)! }
    }
}
