import ApusClient
import ApusModels
import ApusServer
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ApusMock

/// Real descriptions: each operation refuses broken requests with a response that the description has, if it has one.
struct BrokenRequestTests {
    static let vendors = ["galileo", "galtea", "honeyhive"].map {
        packageRoot.appendingPathComponent("specs/\($0)/openapi.yaml")
    }
    static let corpus = shared("corpus").map { files(below: $0, extensions: ["json", "yaml", "yml"]) } ?? []

    @Test(arguments: vendors + corpus) func refusalsAreDocumented(_ file: URL) async throws {
        let mock = try Mocked(contentsOf: file)
        let maker = RequestMaker(description: mock.server.description, document: mock.document)
        var counts = RefusalCounts(schemas: mock.server.description.responses)
        // A part of the large descriptions shows as much as all of them.
        let operations = mock.server.description.operations
        for index in stride(from: 0, to: operations.count, by: max(1, operations.count / 200)) {
            let operation = operations[index]
            let request = maker.request(for: operation)
            for fault in RequestFault.allCases {
                guard let made = fault.added(to: request, of: operation) else { continue }
                let reply = await mock.server.respond(to: made.head, body: made.body)
                guard let refusal = reply.cause as? ServerRefusal, refusal.operationID == operation.id else { continue }
                let bytes = try await reply.body?.collect(upTo: 64 << 20) ?? []
                counts.add(operation, refusal, reply.head, bytes)
            }
        }
        print("\(file.pathComponents.suffix(2).joined(separator: "/")): \(counts)")
        #expect(counts.refusals > 0)
        #expect(counts.wrong.isEmpty, "\(counts.wrong.prefix(10))")
    }
}

/// A fault of a request that was made from the description.
private enum RequestFault: CaseIterable {
    case noCredentials, brokenJSON, bodyOfOtherType, noBody, otherMediaType, brokenPath, otherValues, notAcceptable

    /// Returns `nil` if a request of the operation cannot have the fault.
    func added(to request: RequestMaker.Made, of operation: MockOperation) -> RequestMaker.Made? {
        var made = request
        let isJSON = operation.bodies.contains { $0.isJSON }
        switch self {
        case .noCredentials:
            if operation.security.isEmpty || operation.security.contains(where: \.isEmpty) { return nil }
            made.head.headerFields = made.head.headerFields.filter { $0.name == .contentType || $0.name == .accept }
            made.head.path = made.head.path.map { String($0.prefix { $0 != "?" }) }
        case .brokenJSON:
            if !isJSON { return nil }
            made.body = HTTPBody("{")
        case .bodyOfOtherType:
            if !isJSON { return nil }
            made.body = HTTPBody(#"[[["x"]]]"#)
        case .noBody:
            if operation.bodies.isEmpty { return nil }
            made.body = nil
        case .otherMediaType:
            if operation.bodies.isEmpty { return nil }
            made.head.headerFields[.contentType] = "image/x-other"
        case .brokenPath:
            guard operation.path.contains("{") else { return nil }
            made.head.path = operation.path.replacing(/\{[^}]*\}/, with: "%FF")
        case .otherValues:
            let queries = operation.parameters.filter { $0.place == .query }
            if queries.isEmpty { return nil }
            let pairs = queries.map { "\(PercentEncoding.encode($0.name, allowing: .unreserved))=%FF" }
            made.head.path! += (made.head.path!.contains("?") ? "&" : "?") + pairs.joined(separator: "&")
        case .notAcceptable: made.head.headerFields[.accept] = "image/x-other"
        }
        return made
    }
}

private struct RefusalCounts: CustomStringConvertible {
    let schemas: SchemaSet
    var refusals = 0
    var documented = 0
    var bodies = 0
    /// Refusals that are not documented although a response fits, and those with invalid bodies.
    var wrong: [String] = []

    init(schemas: SchemaSet) { self.schemas = schemas }

    mutating func add(
        _ operation: MockOperation, _ refusal: ServerRefusal, _ head: HTTPResponse, _ bytes: [UInt8]
    ) {
        refusals += 1
        let status = head.status.code
        let place = "\(operation.method) \(operation.path) \(status)"
        guard let response = operation.response(to: status) else {
            let fitting = [400, 422].contains(refusal.status) ? [400, 422] : [refusal.status]
            if fitting.contains(where: { operation.response(to: $0) != nil }) { wrong.append("\(place): undocumented") }
            return
        }
        documented += 1
        guard let content = response.contents.first(where: { $0.coding == .json }), let schema = content.schema else {
            return
        }
        bodies += 1
        guard let type = head.headerFields[.contentType].flatMap(MediaType.init),
            response.contents.contains(where: { MediaType($0.mediaType)?.includes(type) == true })
        else {
            wrong.append("\(place): \(head.headerFields[.contentType] ?? "no content type")")
            return
        }
        let value = try? JSON.decode(JSONValue.self, from: bytes)
        let violations = value.map { schemas.violations(of: $0, by: schema).map(\.description) } ?? ["no JSON"]
        if !violations.isEmpty { wrong.append("\(place): \(violations.prefix(3))") }
    }

    var description: String {
        "\(refusals) refusals, \(documented) documented, \(bodies) with JSON bodies, \(wrong.count) wrong"
    }
}
