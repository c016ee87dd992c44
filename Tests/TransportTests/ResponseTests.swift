#if LoopbackTests
import ApusRuntime
import Foundation
import HTTPTypes
import Hummingbird
import LoopbackSupport
import NIOCore
import Testing

/// Responses and bodies whose handling depends on the transport.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct ResponseTests {
    private enum Failure: OperationError {
        case found(ErrorResponse<NoBody>)
        case notFound(ErrorResponse<Problem>)
        case undocumented(UndocumentedResponse)
        case invalidRequest(RequestError)
        case transport(TransportFailure)
        case decoding(DecodingFailure)
        case validation(ValidationError)
        case cancelled
    }

    private struct Otherwise: Error {}

    private enum Accept: String { case csv = "text/csv" }

    private enum Output: Equatable, Sendable {
        case first(Session)
        case second(Problem)
        case text(String)
    }

    private static let cases: [ResponseCase<Output, Failure>] = [
        .success(200, json: Session.self, contentType: "application/vnd.a+json") { .first($0) },
        .success(200, json: Problem.self, contentType: "application/vnd.a+json;version=2") { .second($0) },
        .success(200, text: "text/csv") { .text($0) },
        .failure(302) { .found($0) },
        .failure(404, json: Problem.self) { .notFound($0) },
    ]

    private func send(
        _ request: ClientRequest, _ server: String, _ kind: TransportKind
    ) async throws(Failure) -> ClientResponse<Output> {
        try await ClientCore(server: server, transport: kind.make()).send(request, throwing: Failure.self, Self.cases)
    }

    @Test(arguments: TransportKind.allCases)
    func theMediaTypeWithItsParametersDecides(kind: TransportKind) async throws {
        try await withServer { _, count in
            switch count {
            case 1: .text(200, #"{"id":1}"#, [.contentType: "application/vnd.a+json"])
            case 2:
                .text(200, #"{"detail":"2"}"#, [.contentType: "application/vnd.a+json; Version=\"2\"; charset=utf-8"])
            default: .text(200, "a,b", [.contentType: "text/csv; header=absent"])
            }
        } _: { server, seen in
            var request = ClientRequest("GET", "/a", operationID: "a")
            let first = try await send(request, server, kind)
            let second = try await send(request, server, kind)
            request.accept(Accept.csv)
            let third = try await send(request, server, kind)
            #expect(first.body == .first(Session(id: 1)))
            #expect(second.body == .second(Problem(detail: "2")))
            #expect(third.body == .text("a,b"))
            let accepted = await seen.requests.map { $0.headers[.accept] }
            let all = "application/vnd.a+json, application/vnd.a+json;version=2, text/csv"
            #expect(accepted == [all, all, "text/csv"])
        }
    }

    @Test(arguments: TransportKind.allCases)
    func errorsHaveTheirHeaderFields(kind: TransportKind) async throws {
        try await withServer { _, count in
            switch count {
            case 1: .text(404, #"{"detail":"gone"}"#, [.contentType: "application/json", .retryAfter: "7"])
            case 2: .text(404, "<p>gone", [.contentType: "text/html", .retryAfter: "8"])
            case 3: .text(404, "<p>gone", [.contentType: "application/json", .retryAfter: "9"])
            default: .text(302, "", [.location: "/b"])
            }
        } _: { server, _ in
            let request = ClientRequest("GET", "/a", operationID: "a")
            func failure() async -> Failure? {
                do {
                    _ = try await send(request, server, kind)
                    return nil
                } catch {
                    return error
                }
            }
            guard case .notFound(let documented) = await failure() else { throw Otherwise() }
            #expect(documented.detail == "gone" && documented.status == 404 && documented.header("Retry-After") == "7")
            guard case .undocumented(let page) = await failure() else { throw Otherwise() }
            #expect(page.status == 404 && page.text == "<p>gone" && page.headers[.retryAfter] == "8")
            guard case .decoding(let broken) = await failure() else { throw Otherwise() }
            #expect(broken.status == 404 && broken.body == Array("<p>gone".utf8) && broken.headers[.retryAfter] == "9")
            guard case .found(let redirect) = await failure() else { throw Otherwise() }
            #expect(redirect.header("Location") == "/b")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func headHasNoBody(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(200, "", [.contentType: "application/json", .eTag: "e"])
        } _: { server, _ in
            let cases: [ResponseCase<NoBody, Failure>] = [.success(200)]
            let response = try await ClientCore(server: server, transport: kind.make()).send(
                ClientRequest("HEAD", "/a", operationID: "a"), throwing: Failure.self, cases)
            #expect(response.header("ETag") == "e")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func absentNullAndAValueAreThreeBodies(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(204, "")
        } _: { server, seen in
            let cases: [ResponseCase<NoBody, Failure>] = [.success(204)]
            for body in [Presence<Session>.absent, .null, .value(Session(id: 1))] {
                var request = ClientRequest("PUT", "/a", operationID: "a")
                request.body(json: body)
                _ = try await ClientCore(server: server, transport: kind.make()).send(
                    request, throwing: Failure.self, cases)
            }
            let sent = await seen.requests.map { String(decoding: $0.body, as: UTF8.self) }
            #expect(sent == ["", "null", #"{"id":1}"#])
            #expect(await seen.requests[0].headers[.contentType] == nil)
        }
    }
}
#endif
