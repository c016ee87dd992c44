import ApusRuntime
import Foundation
import HTTPTypes

/// Prints the body of each request, and answers with the canned response.
struct Canned: ClientTransport {
    var status = 204
    var body = ""

    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        if let body {
            let text = String(decoding: try await body.collect(upTo: 1000), as: UTF8.self)
            print("  \(request.headerFields[.contentType] ?? "-"): \(text)")
        }
        let fields: HTTPFields = self.body.isEmpty ? [:] : [.contentType: "text/plain"]
        return (HTTPResponse(status: .init(code: status), headerFields: fields), HTTPBody(self.body))
    }
}

func client(_ status: Int, _ body: String, validates: Bool = true) -> ProgramClient {
    ProgramClient(
        transport: Canned(status: status, body: body),
        configuration: ClientConfiguration(validatesResponses: validates))
}

func outcome(_ title: String, _ body: () async throws -> Any) async {
    do {
        print("\(title): \(try await body())")
    } catch {
        print("\(title): failed: \(error)")
    }
}

let sender = ProgramClient(transport: Canned())

print("# sent strings")
for text in ["abc", "abcdefg", "A", ""] { await outcome(text) { try await sender.putCode(text) } }
for text in ["red", "blue"] { await outcome(text) { try await sender.postCode(.textPlain(text)) } }
for text in ["a", "null", "b"] { await outcome(text) { try await sender.postCode(.textCSV(text)) } }
await outcome("absent") { try await sender.postCode() }
for text in ["0d4e3799-3861-4759-875f-9ae14c167b0a", "0d4e"] {
    await outcome(text) { try await ProgramClient(transport: Canned(status: 200, body: "2026")).putID(text) }
}
await outcome("a password") { try await sender.postID("secret") }
for text in ["xabc", "xabcd", "abc", "x1"] { await outcome(text) { try await sender.postEither(text) } }
for text in ["red", "#0", "#", "9", "10", "blue"] { await outcome(text) { try await sender.putEither(text) } }
for text in ["", "anything"] { await outcome(text) { try await sender.putFree(text) } }
await outcome("{}") { try await sender.postFree("{}") }
await outcome("nothing is valid") { try await sender.patchFree("a") }
await outcome("unchecked") {
    let configuration = ClientConfiguration(validatesRequests: false)
    return try await ProgramClient(transport: Canned(), configuration: configuration).putCode("A")
}

print("# sent numbers")
for text in ["1", "1\n", "1.0", "0", "1.5", "01", "one", "2147483648", "true", "\"1\""] {
    await outcome(text) {
        try await ProgramClient(transport: Canned(status: 200, body: "true")).putNumber(text)
    }
}
for text in ["1", "2.5", "3", "a"] { await outcome(text) { try await sender.postNumber(text) } }

print("# received")
for validates in [true, false] {
    for text in ["abc", "abcdefg"] { await outcome(text) { try await client(200, text, validates: validates).getCode() } }
    for text in ["none", "some"] {
        await outcome(text) {
            do {
                return try await client(409, text, validates: validates).getCode()
            } catch GetCodeError.conflict(let error) {
                return "409 \(error.body)"
            }
        }
    }
    for text in ["2026-01-05T10:00:00Z", "2026"] {
        await outcome(text) { try await client(200, text, validates: validates).putID() }
    }
    for text in ["true", "yes", "1"] {
        await outcome(text) { try await client(200, text, validates: validates).putNumber("1") }
    }
}
