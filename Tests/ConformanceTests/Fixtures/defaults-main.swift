import ApusRuntime
import HTTPTypes

/// Answers every request with the same response, and keeps the last request.
actor Wire: ClientTransport {
    var answer = "{}"
    private(set) var path = ""
    private(set) var fields = HTTPFields()
    private(set) var body = ""

    func set(_ answer: String) { self.answer = answer }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        path = request.path ?? ""
        fields = request.headerFields
        self.body = String(decoding: try await body?.collect(upTo: 1 << 20) ?? [], as: UTF8.self)
        return (HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), HTTPBody(Array(answer.utf8)))
    }
}

func text(_ value: some JSONCodable) throws -> String { String(decoding: try JSON.encode(value), as: UTF8.self) }

func order(_ text: String) throws -> Order { try JSON.decode(Order.self, from: Array(text.utf8)) }

func violations(_ value: some JSONCodable) -> [String] {
    do { try value.validate() } catch { return error.violations.map { "\($0.pointer) \($0.keyword)" } }
    return []
}

func show(_ call: () async throws -> Void) async {
    do {
        try await call()
        print("accepted")
    } catch ChangeOrderError.validation(let error) {
        print("refused:", error.violations.map(\.pointer))
    } catch {
        print("failed:", error)
    }
}

// Members that were not set are not sent, unless they are required.
print(try text(Order()))
print(try text(Order(paid: false, count: 1, level: .high, tags: ["a", "b"], comment: "none", text: "")))
print(try text(Order(api: "5", note: nil, comment: .null, empty: .null)))
print(violations(Order()))

// A missing member is decoded as its default.
let full = #"{"api":"4.5.0","due":"2025-01-01T00:00:00Z","ref":{"id":"0d4e3799-3861-4759-875f-9ae14c167b0a"},"note":null}"#
let read = try order(full)
print(read.paid as Any, read.effectivePaid, read.effectiveCount, read.effectiveAt, read.effectiveDay)
print(read.effectiveLevel, read.effectiveLevel2, read.effectiveTags, read.effectiveMap, read.effectiveText)
print(
    read.effectiveComment ?? "null", read.comment, read.effectiveChild.effectiveDeep,
    try text(read.effectiveChild.effectiveAgain))
print(read.effectiveSize, read.effectiveTotal, read.note as Any, read.ref.id)
print(try text(read) == full, violations(read))
let bare = try order(#"{"paid":false}"#)
print(bare.api, bare.due, bare.note ?? "null", bare.ref.id, try text(bare), violations(bare))

// Absent, null and the default are different.
let absent = try order(full), explicit = try order(full.dropLast() + #","paid":false,"comment":"none"}"#)
print(absent == explicit, explicit.paid as Any, explicit.comment, try text(explicit) == full.dropLast() + #","paid":false,"comment":"none"}"#)
let null = try order(full.dropLast() + #","comment":null}"#)
print(null == absent, null.comment, null.effectiveComment ?? "null", try text(null))
var changed = bare
changed.api = "4.5.0"
changed.note = nil
changed.paid = nil
changed.count = 1
print(try text(changed))

// Rules use the receiver's default for an absent value, but `has` does not.
print(violations(Order(paid: true, count: 0)), violations(Order(count: 0)), violations(Order(count: 10)))
print(Order(count: 2).effectiveSize, Order(count: 2).effectiveTotal, Order(size: 1).effectiveSize)

// Parameters.
let wire = Wire()
let client = ProgramClient(transport: wire)
await wire.set(full)
_ = try await client.changeOrder(Order(paid: true))
print(await wire.path, await wire.fields[.cookie] ?? "-", await wire.fields[HTTPField.Name("X-Trace")!] ?? "-", await wire.body)
_ = try await client.changeOrder(
    Order(), version: "v2", page: 1, since: DateTime("2024-01-01T00:00:00Z"), until: CalendarDate("2025-01-01")!,
    order: .low, xTrace: false, theme: "dark")
print(await wire.path, await wire.fields[.cookie] ?? "-", await wire.fields[HTTPField.Name("X-Trace")!] ?? "-")

// Members that identify a variant are sent.
let shapes: [Shape] = [.circle(Circle()), .square(Square(side: 2)), .circle(Circle(radius: 1))]
await wire.set(try text(shapes))
let answer = try await client.addShape(shapes)
print(await wire.body, answer == shapes)
print(try text(try JSON.decode(Circle.self, from: Array(#"{"radius":2}"#.utf8))))

// Members that a closed object does not declare.
let newer = full.dropLast() + #","meta":{"a":"x","b":[1,9007199254740993]}}"#
await wire.set(String(newer))
let kept = try await client.changeOrder(Order())
print(try text(kept.meta?.unrecognizedMembers), try text(kept) == newer, violations(kept))
await show { _ = try await client.changeOrder(kept) }
let strict = ProgramClient(transport: wire, configuration: ClientConfiguration(validatesResponses: true))
await show { _ = try await strict.changeOrder(Order()) }
await wire.set(#"[{"kind":"circle","newer":1},{"kind":"oval","newer":1},{"kind":"square","side":1,"newer":{}}]"#)
let received = try await client.addShape([])
print(received.map { if case .unrecognized = $0 { "unrecognized" } else { "recognized" } }, try text(received), violations(received))
