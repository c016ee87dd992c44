import ApusRuntime
import Foundation
import HTTPTypes

/// Prints each request, and answers with the canned response.
struct Canned: ClientTransport {
    var status: Int
    var fields: HTTPFields = [:]
    var body = ""

    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        var sent = ["accept: \(request.headerFields[.accept] ?? "-")"]
        if let body {
            sent.append("\(request.headerFields[.contentType] ?? "-"): \(String(decoding: try await body.collect(upTo: 1000), as: UTF8.self))")
        }
        print("  \(request.method) \(request.path ?? "") \(sent.joined(separator: " | "))")
        return (HTTPResponse(status: .init(code: status), headerFields: fields), HTTPBody(self.body))
    }
}

func client(
    _ status: Int, _ type: String? = nil, _ body: String = "", _ fields: HTTPFields = [:], validates: Bool = false
) -> ProgramClient {
    var fields = fields
    fields[.contentType] = type
    return ProgramClient(
        transport: Canned(status: status, fields: fields, body: body),
        configuration: ClientConfiguration(validatesResponses: validates, maximumUndocumentedBodySize: 8))
}

func outcome(_ title: String, _ body: () async throws -> Any) async {
    do {
        print("\(title): \(try await body())")
    } catch {
        print("\(title): failed: \(error)")
    }
}

print("# one of several media types")
for (type, body) in [
    ("application/vnd.report+json", #"{"a":"1"}"#), ("application/vnd.report+json;Version=2; charset=utf-8", #"{"b":"2"}"#),
    ("application/vnd.report+json; version=\"2\"", #"{"b":"2"}"#), ("application/vnd.report+json; version=9", #"{"a":"9"}"#),
    ("application/vnd.report.v3+json", #"{"c":"3"}"#), ("text/csv; header=absent", "x,y"), ("application/json", #"{"a":"1"}"#),
] {
    await outcome(type) {
        switch try await client(200, type, body).getReport() {
        case .ok(let first): "first \(first.a)"
        case .okApplicationVndReportJSONVersion2(let second): "second \(second.b)"
        case .okApplicationVndReportV3JSON(let third): "third \(third.c)"
        case .okText(let text): "text \(text)"
        }
    }
}
await outcome("asked for") { try await client(200, "text/csv", "x").getReport(accept: .text) }
await outcome("suffix") { try await client(200, "application/vnd.other+json", #"{"a":"1"}"#).getCompatible().a }

print("# errors")
for (status, type, body) in [
    (403, "application/json", #"{"title":"no"}"#), (403, "text/html", "<p>no</p>"), (404, "application/json", #"{"title":"gone"}"#),
    (404, "application/problem+json", #"{"title":"gone"}"#), (409, "application/json", #"{"title":"4XX"}"#),
    (429, "text/html", "<p>slow</p>"), (503, "text/html", "<html>a proxy"), (503, "application/json", "<html>a proxy"),
    (500, "text/plain", "?"),
] {
    await outcome("\(status) \(type)") {
        do {
            return try await client(status, type, body, [.retryAfter: "7"]).getReport()
        } catch GetReportError.forbidden(let error) {
            return "forbidden \(error.title ?? "-") \(error.status)"
        } catch GetReportError.notFound(let error) {
            return "not found: \(error.title ?? "-"), again in \(try error.headers(as: ProgramHeaders.self).retryAfter ?? 0)"
        } catch GetReportError.tooManyRequests(let error) {
            return "too many: \(error.header("Retry-After") ?? "-")"
        } catch GetReportError.clientError(let error) {
            return "client error \(error.status) \(error.body.title ?? "-")"
        } catch GetReportError.undocumented(let response) {
            return "undocumented \(response.status) \(response.text) \(response.headers[.retryAfter] ?? "-")"
        } catch GetReportError.decoding(let failure) {
            return "decoding \(failure.status) \(failure.excerpt) \(failure.headers[.retryAfter] ?? "-")"
        }
    }
}
await outcome("redirect") {
    do {
        return try await client(302, nil, "", [.location: "/other"]).getMoved()
    } catch GetMovedError.found(let error) {
        return error.header("Location") ?? "-"
    }
}

print("# no body")
await outcome("nothing described") { try await client(200, "text/html", "<p>").getMoved() }
await outcome("HEAD") {
    try await client(200, "application/json", "", [.eTag: "\"x\""]).headMovedWithResponse().headers(as: ProgramHeaders.self).eTag ?? "-"
}
await outcome("HEAD, missing") {
    do { return try await client(404, "application/json").headMoved() } catch HeadMovedError.notFound(let error) { return error.status }
}
await outcome("204 with content") { try await client(204).deleteMoved() }
await outcome("204 beside a range") { try await client(204).getMaybe() }
await outcome("205 of a range") { try await client(205).getMaybe() }
await outcome("200 of a range") { try await client(200, "application/json", #"{"a":"1"}"#).getMaybe() }
await outcome("empty 200") { try await client(200, "application/json").getCompatible() }
await outcome("empty 200 without a type") { try await client(200).getCompatible() }

print("# bodies that may be null")
let done = client(204)
await outcome("absent") { try await done.putMaybe() }
await outcome("null") { try await done.putMaybe(.null) }
await outcome("value") { try await done.putMaybe(.value(.init(a: "x"))) }
await outcome("required null") { try await done.postMaybe(nil) }
await outcome("required value") { try await done.postMaybe(.init(a: "x")) }
await outcome("either, absent") { try await done.putEither() }
await outcome("either, null") { try await done.putEither(.null) }
await outcome("either, chosen null") { try await done.putEither(.json(nil)) }
await outcome("either, text") { try await done.putEither(.text("x")) }
await outcome("either, image") { try await done.putEither(.bytes(HTTPBody("x", contentType: "image/png"))) }
await outcome("either, untyped image") { try await done.putEither(.bytes(HTTPBody("x"))) }

print("# rules at the top")
for validates in [false, true] {
    await outcome("list") { try await client(200, "application/json", #"["a"]"#, validates: validates).getList() }
    await outcome("count") { try await client(200, "application/json", "0", validates: validates).getCount() }
    await outcome("conflict") {
        do {
            return try await client(409, "application/json", #"{"a":"long","b":""}"#, validates: validates).getCount()
        } catch GetCountError.conflict(let error) {
            return error.body.count
        }
    }
}
await outcome("sent") { try await done.putList(["a"]) }

print("# `default` describes every response")
for status in [200, 302, 500] {
    await outcome("\(status)") {
        do {
            return try await client(status, "application/json", #"{"a":"1"}"#).getDefault().a
        } catch GetDefaultError.unexpected(let error) {
            return "an error: \(error.a)"
        }
    }
    await outcome("\(status) without a body") { try await client(status).postDefault() }
}

print("# a byte order mark")
await outcome("JSON") { try await client(200, "application/json", "\u{FEFF}{\"a\":\"1\"}").getCompatible().a }
await outcome("text") { try await client(200, "text/plain; charset=UTF-8", "\u{FEFF}a").getText().unicodeScalars.count }

print("# lists in header fields")
for text in ["", "a", "a, b"] {
    await outcome(text) {
        try await client(200, "application/json", #"{"a":"1"}"#, [HTTPField.Name("X-Names")!: text]).getCompatibleWithResponse()
            .headers(as: ProgramHeaders.self).xNames ?? ["-"]
    }
}

print("# one value in several JSON types")
for type in ["application/json", "text/json", "application/vnd.other+json", "text/plain"] {
    await outcome(type) { try await client(200, type, #"{"a":"1"}"#).getRepeated().a }
}
await outcome("400 application/problem+json") {
    do {
        return try await client(400, "application/problem+json", #"{"title":"no"}"#).getRepeated()
    } catch GetRepeatedError.badRequest(let error) {
        return error.title ?? "-"
    }
}
