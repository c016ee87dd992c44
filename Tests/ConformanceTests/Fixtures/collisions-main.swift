import ApusRuntime
import Foundation
import HTTPTypes

/// Prints every request.
struct Wire: ClientTransport {
    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        print(operationID, request.method, request.path ?? "")
        for field in request.headerFields where field.name != .contentType { print("  \(field.name): \(field.value)") }
        if let body { print("  |", String(decoding: try await body.collect(upTo: 1 << 20), as: UTF8.self)) }
        return (HTTPResponse(status: .noContent), nil)
    }
}

let client = ProgramClient(transport: Wire())
try await client.getResults(idInPath: 7, idInQuery: 8, xTrace: 9, idInHeader: "h", idInCookie: "c")
try await client.getListsAll()
try await client.listAll()

func values(_ text: String) {
    do {
        let values = try JSON.decode(Values.self, from: Array(text.utf8))
        var verdict = "valid"
        do { try values.validate() } catch {
            verdict = "\(error.violations.map { "\($0.pointer) \($0.keyword)" })"
        }
        print(verdict, String(decoding: try JSON.encode(values), as: UTF8.self))
    } catch {
        print("refused:", error)
    }
}

try await client.putLists(Values(bits: ._16, switch: .on, text: "B"))
values(#"{"bits":15,"wide":4722366482869645213695,"switch":"off","limit":16,"text":"b"}"#)
values(#"{"wide":4722366482869645213696}"#)
values(#"{"nothing":"a"}"#)
values(#"{"nothing":"x"}"#)
values(#"{"range":5}"#)
values(#"{"limit":3}"#)
