import ApusRuntime
import HTTPTypes
import Testing

/// A model as generated for a multipart body with a file, JSON, an array and a text.
private struct Report: ObjectModel {
    var photo: MultipartFile
    var details: [String: Int]?
    var count: Int?
    var tags: [String]
    var pages: [MultipartFile]?

    static let table = ObjectTable(
        of: Self.self, "photo details? count? tags pages?",
        [MultipartFile.self, [String: Int]?.self, Int?.self, [String].self, [MultipartFile]?.self],
        constraints: #"{"properties":{"count":{"minimum":1},"tags":{"maxItems":2}}}"#)
}

private enum ReportPart: MultipartPartModel {
    typealias Whole = Report

    case photo(MultipartFile, headers: HeaderValues)
    case details([String: Int])
    case count(Int)
    case tags(String)
    case pages(MultipartFile)
    case undocumented(MultipartPart)

    static let table = PartTable([
        .one("photo", .file, contentType: "image/png, image/jpeg"),
        .optional("details", .json, contentType: "application/json"), .optional("count", .json),
        .many("tags", .text, isRequired: true, count: 1...2), .many("pages", .file),
    ])

    init(part: Int, from reader: PartReader) async throws {
        switch part {
        case 0: self = .photo(try await reader.value(), headers: reader.headers)
        case 1: self = .details(try await reader.value())
        case 2: self = .count(try await reader.value(constraints: #"{"minimum":1}"#))
        case 3: self = .tags(try await reader.value(constraints: #"{"maxLength":3}"#))
        case 4: self = .pages(try await reader.value())
        default: self = .undocumented(reader.part)
        }
    }

    /// The part as one line of text.
    var text: String {
        get async throws {
            switch self {
            case .photo(let file, let headers):
                let size: Int? = try headers.value("X-Size")
                return
                    "photo \(try await string(file.body)) \(file.filename ?? "-") \(file.contentType ?? "-") \(size ?? -1)"
            case .details(let details):
                return "details \(details.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })"
            case .count(let count): return "count \(count)"
            case .tags(let tag): return "tag \(tag)"
            case .pages(let page): return "page \(try await string(page.body))"
            case .undocumented(let part): return "undocumented \(part.name ?? "-") \(try await string(part.body))"
            }
        }
    }
}

/// A part model whose additional parts have values. Parts that do not decode are rejected.
private enum OtherPart: MultipartPartModel {
    typealias Whole = [String: Int]

    case additional(String, Int)
    case undocumented(MultipartPart)

    static let table = PartTable([], others: .typed(.one("", .json)))

    init(part: Int, from reader: PartReader) async throws {
        switch part {
        case 0: self = .additional(reader.name, try await reader.value())
        default: self = .undocumented(reader.part)
        }
    }
}

private enum ClosedPart: MultipartPartModel {
    typealias Whole = [String: Int]

    case a(Int)

    static let table = PartTable([.one("a", .json)], others: .refused)

    init(part: Int, from reader: PartReader) async throws { self = .a(try await reader.value()) }
}

private func string(_ body: HTTPBody) async throws -> String {
    String(decoding: try await body.collect(upTo: 1 << 20), as: UTF8.self)
}

private func part(_ name: String, _ value: String, _ headers: String...) -> String {
    let lines = headers.map { "\($0)\r\n" }.joined()
    return "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\(lines)\r\n\(value)\r\n"
}

private let photo =
    "--b\r\nContent-Disposition: form-data; name=photo; filename=\"p.png\"\r\n"
    + "Content-Type: image/png\r\nX-Size: 3\r\n\r\nPNG\r\n"

private func parts(_ text: String, validates: Bool = false, size: Int = 1000) -> MultipartParts<ReportPart> {
    MultipartParts(
        stream(Array((text + "--b--").utf8), in: size), contentType: "multipart/form-data; boundary=b",
        validates: validates, maximumValueBytes: 20)
}

private func lines(_ parts: MultipartParts<ReportPart>) async throws -> [String] {
    var lines: [String] = []
    for try await part in parts { lines.append(try await part.text) }
    return lines
}

struct MultipartPartsTests {
    private let whole =
        part("details", #"{"a":1}"#, "Content-Type: application/json") + photo + part("tags", "\"x\"")
        + part("other", "?") + part("tags", "y", "Content-Type: text/plain; charset=utf-8") + part("count", "12")

    @Test func partsHaveTypes() async throws {
        for size in [1, 2, 3, 1000] {
            #expect(
                try await lines(parts(whole, size: size)) == [
                    "details [\"a=1\"]", "photo PNG p.png image/png 3", "tag \"x\"", "undocumented other ?", "tag y",
                    "count 12",
                ])
        }
    }

    @Test func filesArriveWhileTheyAreRead() async throws {
        let (chunks, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        continuation.yield(Array("--b\r\nContent-Disposition: form-data; name=photo\r\n\r\n0123456789".utf8))
        var iterator = MultipartParts(
            HTTPBody(streaming: chunks), contentType: "multipart/form-data; boundary=b", of: ReportPart.self
        ).makeAsyncIterator()
        guard case .photo(let file, _)? = try await iterator.next() else {
            Issue.record("no photo")
            return
        }
        var bytes = file.body.makeAsyncIterator()
        #expect(try await bytes.next() == Array("012345".utf8))
        continuation.yield(Array("abcde".utf8))
        #expect(try await bytes.next() == Array("6789a".utf8))
        continuation.finish()
        await #expect(throws: MultipartError.self) { while try await bytes.next() != nil {} }
    }

    @Test func partsTogether() async throws {
        let report = try await parts(whole, validates: true).collect()
        #expect(
            report.photo
                == MultipartFile("PNG".utf8, filename: "p.png", contentType: "image/png", headers: report.photo.headers)
        )
        #expect(report.photo.headers.map(\.description) == ["X-Size: 3"])
        #expect(report.details == ["a": 1])
        #expect(report.count == 12)
        #expect(report.tags == ["\"x\"", "y"])
        #expect(report.pages == nil)
        #expect(try await parts(photo).collect().tags == [])
        let pages = try await parts(photo + part("pages", "1") + part("pages", "\u{0}")).collect().pages
        #expect(pages?.map(\.body.bytesInMemory) == [[0x31], [0]])
    }

    /// A part cannot end the object of which it becomes a member.
    @Test func partsTogetherAreEachJSON() async throws {
        let error = await multipartError {
            _ = try await parts(photo + part("details", #"{},"count":9"#)).collect()
        }
        #expect(error?.name == "details")
        #expect(error?.part == 2)
    }

    @Test(arguments: [
        (part("tags", "a"), "the part is missing (`photo`)"),
        (photo + photo, "the part must not occur twice (part 2, `photo`, byte 115)"),
        (part("count", "1.5"), "expected an integer, found the number 1.5"),
        (part("count", "x"), "(part 1, `count`, byte 5)"),
        (part("count", "true", "Content-Type: application/json"), "(part 1, `count`, byte 5)"),
        (part("details", "{\"a\":\"b\"}"), "expected an integer, found a string at /a"),
        (part("details", "{\"a\":1,\"a\":2}"), "(part 1, `details`, byte 5)"),
        (part("details", "", "Content-Type: application/xml"), "the part is `application/xml`, not `application/json`"),
        (part("photo", "", "Content-Type: text/html"), "the part is `text/html`, not `image/png` or `image/jpeg`"),
        (
            part("tags", "", "Content-Type: image/png"),
            "the part is `image/png`, not `text/plain` (part 1, `tags`, byte 5)"
        ),
        (part("tags", "", "Content-Type: text/plain; charset=ebcdic"), "the part is not text in ebcdic"),
        (part("tags", "YQ==", "Content-Transfer-Encoding: base64"), "the transfer encoding `base64` is not supported"),
        (part("tags", "123456789012345678901"), "the part is larger than 20 bytes (part 1, `tags`, byte 5)"),
        (part("photo", "", "Content-Transfer-Encoding: quoted-printable"), "`quoted-printable` is not supported"),
    ])
    func errorsHaveTheirPlace(text: String, message: String) async throws {
        let error = await multipartError { _ = try await lines(parts(text)) }
        #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    }

    @Test func whatIsAcceptedBesideTheDescription() async throws {
        let text =
            part("photo", "?", "Content-Type: application/octet-stream", "Content-Transfer-Encoding: Binary")
            + part("details", "{}", "Content-Type: application/problem+json")
            + part("count", " 3\n", "Content-Type: text/csv")
            + part("tags", "\"j\"", "Content-Type: application/json")
            + part("tags", "\u{E9}", "Content-Type: text/plain; charset=utf-8")
        #expect(
            try await lines(parts(text)) == [
                "photo ? - application/octet-stream -1", "details []", "count 3", "tag j", "tag é",
            ])
    }

    @Test func valuesAreCheckedIfThatIsAskedFor() async throws {
        func violations(_ text: String) async -> [String] {
            do {
                _ = try await lines(parts(photo + text, validates: true))
                return []
            } catch {
                return (error as? ValidationError)?.violations.map { "\($0.pointer) \($0.keyword)" } ?? ["\(error)"]
            }
        }
        #expect(await violations(part("tags", "abc")) == [])
        #expect(await violations(part("count", "0")) == ["/count minimum"])
        #expect(await violations(part("tags", "abc") + part("tags", "abcd")) == ["/tags/1 maxLength"])
        #expect(await violations("") == ["/tags minItems"])
        #expect(await violations(part("tags", "1") + part("tags", "2") + part("tags", "3")) == ["/tags maxItems"])
        #expect(try await lines(parts(photo + part("count", "0"))).count == 2)
        await #expect(throws: ValidationError.self) {
            _ = try await parts(photo + part("tags", "1") + part("count", "0"), validates: true).collect()
        }
    }

    @Test func partsThatAreNotListed() async throws {
        let body = HTTPBody(part("x", "1") + part("y", "2") + "--b\r\n\r\n?\r\n--b--")
        var texts: [String] = []
        for try await part in MultipartParts(body, contentType: "multipart/mixed; boundary=b", of: OtherPart.self) {
            switch part {
            case .additional(let name, let value): texts.append("\(name) \(value)")
            case .undocumented(let part): texts.append(try await string(part.body))
            }
        }
        #expect(texts == ["x 1", "y 2", "?"])
        let all = try await MultipartParts(body, contentType: "multipart/mixed; boundary=b", of: OtherPart.self)
            .collect()
        #expect(all == ["x": 1, "y": 2])
        let error = await multipartError {
            for try await _ in MultipartParts(
                HTTPBody(part("a", "1") + part("b", "1")), contentType: "multipart/mixed; boundary=b",
                of: ClosedPart.self)
            {}
        }
        #expect(error?.description == "the API description does not list this part (part 2, `b`, byte 57)")
    }

    @Test func nothingFollowsAFailure() async throws {
        var iterator = parts(part("count", "x") + photo).makeAsyncIterator()
        await #expect(throws: MultipartError.self) { _ = try await iterator.next() }
        #expect(try await iterator.next() == nil)
    }

    @Test func limitOfAllParts() async throws {
        #expect(try await parts(photo + part("tags", "123")).collect(upTo: 8).tags == ["123"])
        let error = await multipartError { _ = try await parts(photo + part("tags", "123")).collect(upTo: 5) }
        #expect(error?.name == "tags")
        guard case .tooLarge? = error?.reason else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func responses() async throws {
        let body = photo + part("tags", "1") + "--b--"
        let transport = ScriptedTransport(.response(200, [.contentType: "multipart/mixed; boundary=b"], body))
        let response: ClientResponse<MultipartParts<ReportPart>> = try await ClientCore(
            server: "https://host", transport: transport
        ).send(
            ClientRequest("GET", "/x", operationID: "op"), throwing: SomeError.self,
            [.success(200, parts: "multipart/mixed", of: ReportPart.self)])
        #expect(try await lines(response.body) == ["photo PNG p.png image/png 3", "tag 1"])
    }

    @Test func webhooks() async throws {
        struct Forged: Error {}
        let webhook = MultipartWebhookDecoder<ReportPart>("report")
        let body = Array((photo + part("tags", "1") + "--b--").utf8)
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=b"]
        let received = try webhook.parts(of: body, headers: headers)
        #expect(try await lines(received) == ["photo PNG p.png image/png 3", "tag 1"])
        #expect(throws: Forged.self) { try webhook.parts(of: body, headers: headers) { _, _ in throw Forged() } }
        await #expect(throws: MultipartError.self) { _ = try await lines(webhook.parts(of: body, headers: [:])) }
    }
}
