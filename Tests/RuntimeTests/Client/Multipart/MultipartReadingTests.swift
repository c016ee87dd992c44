import ApusRuntime
import HTTPTypes
import Testing

struct MultipartReadingTests {
    private static let text = """
        preamble\r\n--b \t\r\ncontent-type: text/plain\r\n\r\n\r\n-b\r\n--\r\n--c\r\n--b\r\n\r\n--b-\r\n--b\t\r\n\
        Content-Disposition: form-data;\r\n name="n";\r\n\tfilename="f"\r\nX: 1 \r\n\r\n\r\n\r\n\r\r\n--b-- \r\nepilogue\r\n--b\r\n
        """
    private static let expected = [
        ReceivedText(contentType: "text/plain", text: "\r\n-b\r\n--\r\n--c"), ReceivedText(text: "--b-"),
        ReceivedText(name: "n", filename: "f", text: "\r\n\r\n\r"),
    ]

    /// RFC 2046, section 5.1.1: preamble, epilogue, whitespace after a boundary, folded header fields, and text that
    /// resembles a boundary, in chunks of every size.
    @Test func reading() async throws {
        let bytes = Array(Self.text.utf8)
        for size in 1...bytes.count {
            let parts = try await received(stream(bytes, in: size), "multipart/mixed; boundary=\"b\"")
            #expect(parts == Self.expected, "\(size)")
        }
        for cut in bytes.indices {
            let parts = try await received(
                stream([Array(bytes[..<cut]), Array(bytes[cut...])]), "multipart/mixed;boundary=b")
            #expect(parts == Self.expected, "\(cut)")
        }
    }

    /// The time that a header field of many lines takes does not grow with the square of its length. Otherwise, this would
    /// take minutes.
    @Test(.timeLimit(.minutes(1))) func foldedHeaderField() async throws {
        let lines = String(repeating: " a\r\n", count: 16_000)
        let text = String(repeating: "--b\r\nX: a\r\n\(lines)\r\nx\r\n", count: 12) + "--b--"
        var count = 0
        for try await part in MultipartSequence(HTTPBody(text), contentType: "multipart/mixed; boundary=b") {
            #expect(part.headers[HTTPField.Name("X")!] == String(repeating: "a ", count: 16_000) + "a")
            count += 1
        }
        #expect(count == 12)
    }

    /// The time does not grow with the square of the number of names. Otherwise, this would take minutes.
    @Test(.timeLimit(.minutes(1))) func manyNames() async throws {
        let part = { (name: Int) in "--b\r\nContent-Disposition: form-data; name=a\(name)\r\n\r\nx\r\n" }
        let text = (0..<60_000).map { part($0 % 30_000) }.joined() + "--b--"
        let trees = try await [DescribedPart]().trees(
            of: HTTPBody(text), contentType: "multipart/form-data; boundary=b")
        #expect(trees.count == 30_000 && trees.allSatisfy { $0.values.count == 2 })
    }

    @Test func partsCanBeSkipped() async throws {
        var parts = MultipartSequence(
            HTTPBody("--b\r\n\r\nlong text\r\n--b\r\nA: 1\r\n\r\nx\r\n--b--"),
            contentType: "multipart/mixed; boundary=b"
        ).makeAsyncIterator()
        let first = try await parts.next()
        let second = try await parts.next()
        #expect(second?.headers[HTTPField.Name("A")!] == "1")
        #expect(try await first?.body.collect(upTo: 100) == [])
        #expect(try await second?.body.collect(upTo: 100) == Array("x".utf8))
        #expect(try await parts.next() == nil)
        #expect(try await parts.next() == nil)
    }

    @Test func partsWithinAPart() async throws {
        let inner = "--in\r\n\r\n1\r\n--in\r\nContent-Type: text/csv\r\n\r\n2\r\n--in--"
        let text = "--out\r\nContent-Type: multipart/mixed; boundary=in\r\n\r\n\(inner)\r\n--out\r\n\r\nlast\r\n--out--"
        var texts: [String] = []
        for try await part in MultipartSequence(
            stream(Array(text.utf8), in: 7), contentType: "multipart/mixed; boundary=out")
        {
            guard let type = part.contentType else {
                texts.append(String(decoding: try await part.body.collect(upTo: 100), as: UTF8.self))
                continue
            }
            texts += try await received(part.body, type).map(\.text)
        }
        #expect(texts == ["1", "2", "last"])
    }

    /// Each error includes its position.
    @Test(
        arguments: [
            ("--b\r\n\r\nx", "b", "the body ends before its last boundary (part 1, byte 8)"),
            ("--b\r\n\r\nx\r\n--b", "b", "the body ends before its last boundary (part 1, byte 13)"),
            ("", "b", "the body ends before its last boundary (byte 0)"),
            ("--b\r\nA: 1", "b", "the body ends before its last boundary (part 1, byte 9)"),
            ("--b\r\nA: 1\r\nno colon\r\n\r\n\r\n--b--", "b", "a line is not a header field (part 1, byte 11)"),
            ("--b\r\n folded: first\r\n\r\n--b--", "b", "a line is not a header field (part 1, byte 5)"),
            ("--b\r\nA: \u{0}\r\n\r\n--b--", "b", "a line is not a header field (part 1, byte 5)"),
            ("--b\r\nA\n: 1\r\n\r\n--b--", "b", "a line is not a header field (part 1, byte 5)"),
            (
                "--b\r\n\r\n\r\n--bc\r\n\r\n--b--", "b",
                "a boundary must be followed by the end of the line or `--` (part 1, byte 12)"
            ),
            ("--b--", nil, "the content type has no boundary, or one that is not allowed (byte 0)"),
            ("--b--", "", "the content type has no boundary, or one that is not allowed (byte 0)"),
            (
                "--b--", String(repeating: "b", count: 71),
                "the content type has no boundary, or one that is not allowed (byte 0)"
            ),
        ] as [(String, String?, String)])
    func malformedBodies(text: String, boundary: String?, message: String) async throws {
        let type = "multipart/mixed" + (boundary.map { "; boundary=\($0)" } ?? "")
        for size in [1, 1000] {
            let error = await multipartError { _ = try await received(stream(Array(text.utf8), in: size), type) }
            #expect(error?.description == message)
        }
    }

    @Test func boundariesMayHaveSeventyCharacters() async throws {
        let boundary = String(repeating: "-", count: 70)
        let parts = try await received(
            HTTPBody("--\(boundary)\r\n\r\n\(boundary)\r\n--\(boundary)--"), "multipart/mixed; boundary=\(boundary)")
        #expect(parts == [ReceivedText(text: boundary)])
    }

    @Test func limits() async throws {
        func read(_ text: String, _ limits: MultipartLimits) async throws -> Int {
            var count = 0
            for try await _ in MultipartSequence(
                stream(Array(text.utf8), in: 5), contentType: "multipart/mixed; boundary=b", limits: limits)
            {
                count += 1
            }
            return count
        }
        let two = "--b\r\nA: 123456\r\n\r\n\r\n--b\r\n\r\n\r\n--b--"
        #expect(try await read(two, MultipartLimits(maximumParts: 2, maximumHeaderBytes: 13)) == 2)
        let parts = await multipartError { _ = try await read(two, MultipartLimits(maximumParts: 1)) }
        #expect(parts?.description == "the body has more than 1 parts (part 2, byte 25)")
        let headers = await multipartError { _ = try await read(two, MultipartLimits(maximumHeaderBytes: 8)) }
        #expect(headers?.description == "the header fields have more than 8 bytes (part 1, byte 5)")
        // Tests a line and whitespace without an end.
        for text in ["--b\r\nA: ", "--b"] {
            let endless = text + String(repeating: " ", count: 70_000)
            let error = await multipartError { _ = try await read(endless, MultipartLimits()) }
            guard case .tooManyHeaderBytes(65_536)? = error?.reason else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    /// Many parts in one chunk take linear time.
    @Test func manySmallParts() async throws {
        let text = String(repeating: "--b\r\n\r\n\r\n", count: 60_000) + "--b--"
        var count = 0
        for try await _ in MultipartSequence(HTTPBody(text), contentType: "multipart/mixed; boundary=b") { count += 1 }
        #expect(count == 60_000)
    }

    /// A read that waits for bytes is not overtaken by another.
    @Test func overlappingReadsAreRefused() async throws {
        let gate = Gate()
        let body = HTTPBody(
            streaming: AsyncStream<[UInt8]> { await gate.chunk() }, length: .unknown)
        var parts = MultipartSequence(body, contentType: "multipart/mixed; boundary=b").makeAsyncIterator()
        let part = try #require(try await parts.next())
        let first = Task { try await part.body.collect(upTo: 100) }
        await gate.untilReached()
        let error = await multipartError { _ = try await parts.next() }
        #expect(error?.description == "the next part was requested while this one is being read (part 1)")
        await gate.open()
        #expect(try await first.value == Array("text".utf8))
        #expect(try await parts.next() == nil)
    }

    /// RFC 2183, RFC 7578 section 4.2, RFC 8187.
    @Test(
        arguments: [
            (#"form-data; name="a b"; filename="c;d.txt""#, "a b", "c;d.txt"),
            (#"form-data;name=a;filename=b"#, "a", "b"),
            (#"form-data; Name = "a" ; FILENAME="\"q\" \\ \x""#, "a", #""q" \ \x"#),
            (#"form-data; name="a%22%0d%25""#, "a\"\r%25", nil),
            (#"form-data; name="ä"; filename="e.txt"; filename*=UTF-8''%e2%82%AC%22%2522"#, "ä", "€\"%22"),
            (#"attachment; filename*=iso-8859-1'en'%A3%20rates"#, nil, "£ rates"),
            (#"form-data; name="a"; filename="x"; filename*=utf-16''%A3"#, "a", "x"),
            (#"form-data; name="a"; filename="x"; filename*=UTF-8''%A"#, "a", "x"),
            ("form-data; name=\"\u{301}x\"; filename=\"y\u{301}\"", "\u{301}x", "y\u{301}"),
            ("form-data; name=\"unterminated", "unterminated", nil), ("form-data; name", nil, nil), ("", nil, nil),
        ] as [(String, String?, String?)])
    func dispositions(text: String, name: String?, filename: String?) {
        let part = MultipartPart(headers: [.contentDisposition: text], body: HTTPBody(""))
        #expect(part.name == name)
        #expect(part.filename == filename)
    }
}

/// Delivers the beginning of a body, and the rest after it is opened.
private actor Gate {
    private var chunks = ["--b\r\n\r\n", "text\r\n--b--"].map { Array($0.utf8) }
    private var reader: CheckedContinuation<Void, Never>?
    private var observer: CheckedContinuation<Void, Never>?

    func chunk() async -> [UInt8]? {
        if chunks.count == 1 {
            await withCheckedContinuation {
                reader = $0
                observer?.resume()
                observer = nil
            }
        }
        return chunks.isEmpty ? nil : chunks.removeFirst()
    }

    func untilReached() async {
        if reader == nil { await withCheckedContinuation { observer = $0 } }
    }

    func open() { reader?.resume() }
}
