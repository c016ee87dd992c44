import ApusRuntime
import HTTPTypes
import Testing

struct WebhookDecoderTests {
    private let webhook = WebhookDecoder<[Int]>("numbers")

    @Test func payload() throws {
        #expect(webhook.name == "numbers")
        #expect(webhook.method == "POST")
        #expect(try webhook.payload(of: Array("[1,2]".utf8)) == [1, 2])
        #expect(throws: JSONError.self) { try webhook.payload(of: Array("{}".utf8)) }
    }

    /// A request is not decoded if its verification fails.
    @Test func verification() throws {
        let signed: HTTPFields = [.authorization: "signature"]
        #expect(throws: Refused.self) {
            try webhook.payload(of: Array("not JSON".utf8), headers: signed) { body, headers in
                #expect(body == Array("not JSON".utf8))
                #expect(headers[.authorization] == "signature")
                throw Refused()
            }
        }
        #expect(try webhook.payload(of: Array("[3]".utf8), headers: signed) { _, _ in } == [3])
    }

    private struct Refused: Error {}
}
