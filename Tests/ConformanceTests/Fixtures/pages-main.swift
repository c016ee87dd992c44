import ApusRuntime
import HTTPTypes
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Prints each request and answers with the next canned response.
actor Wire: ClientTransport {
    private var answers: [(String, String?)] = []

    func set(_ answers: [(String, String?)]) { self.answers = answers }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        let url = try ServerURL.target(request.path, below: baseURL).absoluteString
        let text = String(decoding: try await body?.collect(upTo: 1 << 20) ?? [], as: UTF8.self)
        print(" ", request.method, url, text)
        let (json, link) = answers.isEmpty ? ("{}", nil) : answers.removeFirst()
        var fields: HTTPFields = [.contentType: "application/json"]
        if let link { fields[HTTPField.Name("Link")!] = link }
        return (HTTPResponse(status: .ok, headerFields: fields), HTTPBody(json))
    }
}

let wire = Wire()
let client = ProgramClient(transport: wire)

func show<Page, Failure>(_ title: String, _ pages: Pages<Page, Item, Failure>, _ answers: [(String, String?)]) async {
    print("#", title)
    for (title, pages) in [("one by one", pages), ("ahead", pages.prefetching())] {
        await wire.set(answers)
        var ids: [String] = []
        do {
            for try await item in pages.items { ids.append("\(item.id)") }
            print(" ", title, ids.joined(separator: " "))
        } catch {
            print(" ", title, ids.joined(separator: " "), "then", error)
        }
    }
}

func page(_ ids: Int..., also: String = "") -> (String, String?) {
    let items = ids.map { "{\"id\":\($0)}" }.joined(separator: ",")
    return ("{\"items\":[\(items)]\(also)}", nil)
}

await show(
    "nested tokens", client.listTokensPages(),
    [
        (#"{"meta":{"next":"a b"},"data":{"items":[{"id":1}]}}"#, nil), (#"{"meta":{"next":"c"}}"#, nil),
        (#"{"meta":{"next":null},"data":{"items":[{"id":2}]}}"#, nil),
    ])
await show(
    "an empty token", client.listTokensPages(pageToken: "z"),
    [(#"{"meta":{"next":""},"data":{"items":[{"id":1}]}}"#, nil)])
await show(
    "a cycle of tokens", client.listTokensPages(),
    Array(repeating: [(#"{"meta":{"next":"a"}}"#, nil), (#"{"meta":{"next":"b"}}"#, nil)], count: 9).flatMap(\.self))
await show("cursors", client.listCursorsPages(), [page(1, 2, also: #","has_more":true"#), page(5, also: #","has_more":false"#)])
await show("offsets up to a total", client.listOffsetsPages(), [page(1, 2, also: #","total":3"#), page(3, also: #","total":3"#)])
await show("offsets up to a short page", client.listOffsetsPages(offset: 10, limit: 2), [page(1, 2), page(3)])
await show("offsets in a body", client.searchOffsetsPages(.init(skip: 4, limit: 2)), [page(1, 2), page(3, 4), page()])
await show("numbers", client.listNumbersPages(page: 0), [page(1, also: #","total":2"#), page(2, also: #","total":2"#)])
await show(
    "links", client.listLinksPages(q: "x"),
    [
        (#"[{"id":1}]"#, #"<https://example.com/api/links?q=x&page=1>; rel="first", </api/links?q=x&page=2>; title="a, b"; rel="prev next""#),
        (#"[{"id":2}]"#, #"<?page=3>; rel=next"#), (#"[{"id":3}]"#, #"<?page=1>; rel=prev"#),
    ])
await show("a link to another server", client.listLinksPages(), [("[]", #"<https://evil.example/links>; rel="next""#)])
await show("URLs", client.listURLsPages(), [page(1, also: #","next":"https://example.com/api/urls?n=2""#), page(2)])
