import ApusClient
import ApusModels
import ApusServer
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ApusMock

/// Real descriptions: each is served, and each operation answers a made request with a valid response.
@Suite(.enabled(if: shared("corpus") != nil, "set APUS_SHARED to the folder with the corpus"))
struct CorpusTests {
    static let documents =
        shared("corpus").map { files(below: $0, extensions: ["json", "yaml", "yml"]) }?.map(\.lastPathComponent) ?? []

    @Test(arguments: documents) func everyOperationAnswers(_ name: String) async throws {
        let file = try #require(shared("corpus/\(name)"))
        let mock = try Mocked(contentsOf: file)
        let maker = RequestMaker(description: mock.server.description, document: mock.document)
        var counts = Counts()
        for operation in mock.server.description.operations {
            let made = maker.request(for: operation)
            let reply = await mock.server.respond(to: made.head, body: made.body)
            let bytes = try await reply.body?.collect(upTo: 64 << 20) ?? []
            counts.add(operation, made, reply, bytes, mock.server.description.responses)
        }
        print("\(name): \(counts)")
        for line in counts.refused + counts.invalid { print("    \(line)") }
        #expect(counts.crashed == 0)
        #expect(counts.refused.count <= counts.operations / 20, "\(counts.refused.prefix(20))")
        #expect(counts.invalid.count <= counts.operations / 20, "\(counts.invalid.prefix(20))")
    }
}

private struct Counts: CustomStringConvertible {
    var operations = 0
    var answered = 0
    var crashed = 0
    var valid = 0
    var json = 0
    var refused: [String] = []
    var invalid: [String] = []

    mutating func add(
        _ operation: MockOperation, _ made: RequestMaker.Made, _ reply: ServerReply, _ bytes: [UInt8],
        _ schemas: SchemaSet
    ) {
        operations += 1
        if let refusal = reply.cause as? ServerRefusal {
            let problems = refusal.problems.map { "\($0.place) \($0.parameter ?? ""): \($0.violation)" }
            refused.append("\(operation.id): \(refusal.detail) \(problems.prefix(3)) \(made.notes.prefix(2))")
            return
        }
        if reply.head.status.code == 500, operation.responses.allSatisfy({ $0.code != 500 }) { crashed += 1 }
        answered += 1
        let response = operation.responses.filter(\.isSuccess).sorted { $0.code < $1.code }.first
        guard let content = response?.contents.first(where: { $0.coding == .json }), let schema = content.schema else {
            return
        }
        json += 1
        let value = try? JSON.decode(JSONValue.self, from: bytes)
        let violations = value.map { schemas.violations(of: $0, by: schema).map(\.description) } ?? ["no JSON"]
        if violations.isEmpty { valid += 1 } else { invalid.append("\(operation.id): \(violations.prefix(3))") }
    }

    var description: String {
        "\(operations) operations, \(answered) answered, \(refused.count) refused, "
            + "\(valid) of \(json) JSON responses valid"
    }
}
