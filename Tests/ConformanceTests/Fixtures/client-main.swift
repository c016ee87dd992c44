import ApusRuntime
import HTTPTypes

/// Answers every request with the same response, and records the requests.
actor Wire: ClientTransport {
    var contentType = "multipart/form-data; boundary=b"
    var answer = ""
    private(set) var sent: [(contentType: String, body: [UInt8])] = []

    func set(_ answer: String, _ contentType: String) { (self.answer, self.contentType) = (answer, contentType) }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        sent.append((request.headerFields[.contentType] ?? "", try await body?.collect(upTo: 1 << 20) ?? []))
        let isDownload = operationID == "download"
        let head = HTTPResponse(
            status: isDownload ? .ok : .noContent, headerFields: isDownload ? [.contentType: contentType] : [:])
        // Small chunks, as from a network.
        let bytes = Array(answer.utf8)
        let chunks = AsyncStream<[UInt8]> { continuation in
            for start in stride(from: 0, to: bytes.count, by: 5) {
                continuation.yield(Array(bytes[start..<min(start + 5, bytes.count)]))
            }
            continuation.finish()
        }
        return (head, isDownload ? HTTPBody(streaming: chunks) : nil)
    }
}

func part(_ name: String, _ body: String, _ headers: String = "") -> String {
    "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\(headers)\r\n\(body)\r\n"
}

func text(_ file: MultipartFile) async throws -> String {
    String(decoding: try await file.body.collect(upTo: 1 << 20), as: UTF8.self)
}

func show(_ parts: MultipartParts<ReportPart>) async {
    do {
        for try await part in parts {
            switch part {
            case .photo(let file, let headers):
                let size = try headers.xSize.map(String.init) ?? "-"
                print("photo", file.filename ?? "-", file.contentType ?? "-", size, try await text(file))
            case .kind(let kind): print("kind", kind)
            case .details(let details): print("details", details.size)
            case .at(let time): print("at", time)
            case .count(let count): print("count", count)
            case .tags(let tag): print("tag", tag)
            case .pages(let page): print("page", try await text(page))
            case .image(let image): print("image", try await text(image))
            case .undocumented(let part): print("undocumented", part.name ?? "-")
            }
        }
        print("end")
    } catch let error as ValidationError {
        print("invalid:", error.violations.map { "\($0.pointer) \($0.keyword)" })
    } catch {
        print("failed:", error)
    }
}

func show(_ report: Report) async throws {
    print("photo", report.photo.filename ?? "-", report.photo.contentType ?? "-", try await text(report.photo))
    print("kind", report.kind, "details", report.details?.size ?? -1, "at", report.at?.description ?? "-")
    print("count", report.count ?? -1, "tags", report.tags ?? [])
    for page in report.pages ?? [] { print("page", page.filename ?? "-", try await text(page)) }
    switch report.image {
    case .binary(let file)?: print("image", try await text(file))
    case .array(let files)?: for file in files { print("images", try await text(file)) }
    case nil: print("no image")
    }
}

func outcome(_ body: () async throws -> Void) async {
    do {
        try await body()
        print("sent")
    } catch SetTagsError.validation(let error) {
        print("refused:", error.violations.map { "\($0.pointer) \($0.keyword)" })
    } catch SetNameError.validation(let error) {
        print("refused:", error.violations.map { "\($0.pointer) \($0.keyword)" })
    } catch DownloadError.decoding(let failure) {
        print("failed:", failure)
    } catch {
        print("failed:", error)
    }
}

let wire = Wire()
let client = ProgramClient(transport: wire)
let photo = part("photo", "PNG", "Content-Type: image/png\r\nX-Size: 3\r\n")
let all = photo + part("kind", "monthly") + part("details", "{\"size\":7}", "Content-Type: application/json\r\n")
    + part("at", "2026-01-02T03:04:05Z") + part("count", "3") + part("tags", "ab") + part("more", "?") + part("tags", "cd")
    + part("pages", "1") + part("image", "i")

print("# parts of a response")
await wire.set(all + "--b--", "multipart/form-data; boundary=b")
await show(try await client.download())

print("# together")
try await show(try await client.download().collect())

print("# what is wrong")
for body in [
    photo + "--b--", photo + photo, part("kind", "daily") + part("count", "x") + "--b--",
    part("details", "{}") + "--b--",
    "--b\r\nnone\r\n", "--b\r\n", part("at", "today") + "--b--", part("photo", "", "Content-Type: text/plain\r\n") + "--b--",
] {
    await wire.set(body, "multipart/form-data; boundary=b")
    await show(try await client.download())
}
await wire.set("--b--", "multipart/form-data")
await show(try await client.download())
await wire.set("{}", "application/json")
await outcome { _ = try await client.download() }

print("# rules")
let strict = ProgramClient(transport: wire, configuration: ClientConfiguration(validatesResponses: true))
for rest in [part("details", "{\"size\":10}"), part("count", "0"), part("tags", "ab") + part("tags", "c")] {
    await wire.set(photo + part("kind", "daily") + rest + "--b--", "multipart/form-data; boundary=b")
    await show(try await strict.download())
}

print("# what is sent is received")
let report = Report(
    photo: MultipartFile("a\r\n--b--\r\n".utf8, filename: "p\"q.png", contentType: "image/png"), kind: .weekly,
    details: Details(size: 1), at: DateTime("2026-01-02T03:04:05Z"), count: 2, tags: ["x=", "é;"],
    pages: [MultipartFile("1".utf8), MultipartFile("".utf8)],
    image: .array([MultipartFile("2".utf8), MultipartFile("3".utf8)]))
try await client.upload(report)
let message = await wire.sent.last!
await wire.set(String(decoding: message.body, as: UTF8.self), message.contentType)
await show(try await strict.download())
try await show(try await strict.download().collect())

print("# a webhook")
let received = try ProgramWebhooks.reportMade.parts(of: message.body, headers: [.contentType: message.contentType]) {
    body, _ in print("verified", body.count == message.body.count)
}
try await show(try await received.collect())

print("# bodies that are another name for a list or a text")
let before = await wire.sent.count
await outcome { try await client.setTags(["ab", "cd", "ef"]) }
await outcome { try await client.setTags(["ab", "c"]) }
await outcome { try await client.setName("a") }
print("requests", await wire.sent.count - before)
await outcome { try await client.setTags(["ab"]) }
await outcome { try await client.setName("ab") }
let lenient = ProgramClient(transport: wire, configuration: ClientConfiguration(validatesRequests: false))
await outcome { try await lenient.setName("a") }
print("requests", await wire.sent.suffix(3).map { String(decoding: $0.body, as: UTF8.self) })
