import ApusClient
import ApusGeneration
import ApusModels
import ApusOpenAPI
import ApusServer
import Foundation
import HTTPTypes
import Synchronization

@testable import ApusMock

/// The lines that a mock logged.
final class LoggedLines: Sendable {
    private let lines = Mutex<[String]>([])

    func append(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
    var text: String { all.joined() }
}

struct Mocked {
    let document: Document
    let server: MockServer
    let log: LoggedLines

    /// A mock of a description in a file.
    init(contentsOf file: URL, options: MockOptions = MockOptions()) throws {
        let reporter = Reporter(.line, verbosity: .quiet)
        document = try reporter.reporting { findings, progress in
            let settings = try ApusGeneration.Request(input: file.path).settings(into: &findings)
            return try Pipeline(settings: settings, progress: progress).document(into: &findings)
        }
        let log = LoggedLines()
        self.log = log
        server = try MockServer(document, options: options) { log.append($0) }
    }

    /// A mock of a description that is written in a test.
    init(_ description: String, options: MockOptions = MockOptions()) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("openapi.yaml")
        try Data(description.utf8).write(to: file)
        try self.init(contentsOf: file, options: options)
    }

    struct Answer {
        var status: Int
        var headers: HTTPFields
        var text: String

        var json: JSONValue? { try? JSON.decode(from: Array(text.utf8)) }
    }

    func send(
        _ method: String, _ path: String, _ headers: HTTPFields = [:], json: JSONValue? = nil
    ) async throws -> Answer {
        var headers = headers
        var body: HTTPBody?
        if let json {
            headers[.contentType] = "application/json"
            body = HTTPBody(try JSON.encode(json))
        }
        let head = HTTPRequest(
            method: .init(method)!, scheme: "http", authority: "localhost", path: path, headerFields: headers)
        let reply = await server.respond(to: head, body: body)
        let bytes = try await reply.body?.collect(upTo: 64 << 20) ?? []
        return Answer(
            status: reply.head.status.code, headers: reply.head.headerFields,
            text: String(decoding: bytes, as: UTF8.self))
    }
}

extension HTTPFields {
    static func prefer(_ value: String) -> HTTPFields { [HTTPField.Name("Prefer")!: value] }
}
