import ApusRuntime
import HTTPTypes

/// Answers every request with the current response, and keeps the last request's body.
actor Wire: ClientTransport {
    private var status = HTTPResponse.Status.created
    private var answer = ""
    private(set) var sent = ""

    func set(_ answer: String, status: HTTPResponse.Status = .created) { (self.answer, self.status) = (answer, status) }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        sent = String(decoding: try await body?.collect(upTo: 1 << 20) ?? [], as: UTF8.self)
        return (
            HTTPResponse(status: status, headerFields: [.contentType: "application/json"]),
            status == .noContent ? nil : HTTPBody(answer)
        )
    }
}

func show<Value: JSONCodable>(_ name: String, _ type: Value.Type, _ json: String) {
    do {
        let value = try JSON.decode(type, from: Array(json.utf8))
        var verdict = "valid"
        do { try value.validate() } catch {
            verdict = "\(error.violations.map { "\($0.pointer) \($0.keyword)" })"
        }
        print(name, verdict, String(decoding: try JSON.encode(value), as: UTF8.self))
    } catch {
        print(name, "refused:", error)
    }
}

func text(_ value: some JSONCodable) -> String { (try? String(decoding: JSON.encode(value), as: UTF8.self)) ?? "?" }

func attempt(_ body: () async throws -> String) async {
    do {
        print(try await body())
    } catch PlaceOrderError.validation(let error) {
        print("refused:", error.violations.map { "\($0.pointer) \($0.keyword) \($0.value)" })
    } catch {
        print("refused:", error)
    }
}

let wire = Wire()
let client = ProgramClient(transport: wire, configuration: ClientConfiguration(validatesResponses: true))

print("# what is sent, without what only the server sets")
await wire.set(
    #"{"id":7,"created_at":"now","total":{"amount":2.5},"lines":[{"sku":"a","price":2.5}],"payment":{"kind":"card","last_digits":"42"}}"#)
let order = OrderRequest(
    lines: [LineRequest(sku: "a")], code: "abc", payment: .card(CardRequest(number: "4242")),
    notes: ["first": NoteRequest(text: "t")],
    parent: OrderRequest(lines: [LineRequest(sku: "b")], code: "def", payment: .transfer(Transfer(iban: "X"))), state: .open)
let placed = try await client.placeOrder(order)
print(await wire.sent)
print(placed.id, placed.createdAt, placed.lines[0].price, placed.total?.amount ?? 0, text(placed))
await attempt { text(try await client.placeOrder(OrderRequest(lines: [], code: "a"))) }
await wire.set("", status: .noContent)
try await client.replaceOrders([order])
print(await wire.sent)

print("# what is received, without what is only sent")
await wire.set(#"[{"id":1,"created_at":"now","lines":[{"sku":"a","price":1}],"code":"leaked","state":"newer"}]"#, status: .ok)
let orders = try await ProgramClient(transport: wire).listOrders()
print(text(orders), orders[0].unrecognizedMembers)

print("# required where it belongs")
show("sent", OrderRequest.self, #"{"lines":[{"sku":"a"}]}"#)
show("sent", OrderRequest.self, #"{"code":"abc","lines":[{"sku":"a"}],"notes":{"n":{"text":"t"}}}"#)
show("received", Order.self, #"{"created_at":"now","lines":[{"sku":"a","price":1}]}"#)
show("received", Order.self, #"{"id":1,"created_at":"now","lines":[{"sku":"a"}]}"#)
show("received", Order.self, #"{"id":1,"created_at":"now","lines":[{"sku":"a","price":1}],"notes":{"n":{"text":"t"}}}"#)

print("# members of the other direction are kept")
show("sent", OrderRequest.self, #"{"id":7,"code":"abc","lines":[{"sku":"a","price":1}],"payment":{"kind":"card","number":"4","last_digits":"42"}}"#)
show("sent", AccountRequest.self, #"{"id":7,"name":"abc","other":"x"}"#)
show("sent", ItemChange.self, #"{"title":"t","version":1,"history":{"at":"x"},"unknown":true}"#)
show("received", ItemState.self, #"{"title":"t","reason":"r"}"#)

print("# constraints and rules")
show("sent", AccountRequest.self, #"{"name":"ab"}"#)
show("sent", AccountRequest.self, #"{"name":"a"}"#)
show("sent", AccountRequest.self, #"{"name":"ab","contact":{"label":"l"}}"#)
show("sent", AccountRequest.self, #"{"name":"ab","contact":{"phone":"1"}}"#)
show("received", Account.self, #"{"id":1,"name":"ab","contact":{"key":"k","label":"l"}}"#)
show("received", Account.self, #"{"id":0,"name":"ab"}"#)

print("# from what was received to what is sent")
await attempt { text(try OrderRequest(placed, code: "abc")) }
await attempt { text(try LineRequest(placed.lines[0])) }
print(text(try NoteRequest(Note(text: "t", author: "a"))))
print(text(try AccountRequest(Account(id: 1, name: "ab", email: "e", contact: .stored(Stored(key: "k", label: "l")), additionalProperties: ["x": "y"]))))
print(text(try PaymentRequest(.transfer(Transfer(iban: "X")))))
await attempt { text(try PaymentRequest(.card(Card(lastDigits: "42")))) }
await attempt { text(try OrderRequest(orders[0], code: "abc")) }

print("# a callback")
let received = try ProgramWebhooks.placed.payload(
    of: Array(#"{"id":1,"created_at":"now","lines":[{"sku":"a","price":1}]}"#.utf8), headers: [:]) { _, _ in }
print(received.id, text(received))
