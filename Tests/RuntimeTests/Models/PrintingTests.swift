import ApusRuntime
import HTTPTypes
import Testing

/// Values print as JSON, without their storage and without secrets.
@Suite struct PrintingTests {
    @Test func jsonIsPrintedAsJSON() {
        let value: JSONValue = ["a": [1, 0.5, nil, true, "x\n"], "b": [:]]
        let text = #"{"a":[1,0.5,null,true,"x\n"],"b":{}}"#
        #expect("\(value)" == text)
        #expect(String(reflecting: value) == text)
        #expect(dumped(value) == "- \(text)\n")
        #expect("\(value.object!)" == text)
        #expect("\(JSONNull())" == "null")
        #expect("\(JSONDecimal("1.50")!)" == "1.50")
    }

    @Test func modelsArePrintedAsJSON() throws {
        let tree = Tree(id: 1, left: Tree(id: 2, children: [Tree(id: 3)]))
        #expect("\(tree)" == #"{"id":1,"left":{"id":2,"children":[{"id":3}]}}"#)
        #expect(dumped(tree).hasPrefix("▿ "))
        #expect(dumped(tree).contains("- id: 1\n"))
        for text in [dumped(tree), "\(tree)", String(reflecting: tree)] {
            #expect(
                !text.contains("wire") && !text.contains("Indirect") && !text.contains("Box") && !text.contains("_left")
            )
        }
        let shapes: [Shape] = [.circle(Circle(radius: 1.5)), .unrecognized(["kind": "x"])]
        #expect("\(shapes)" == #"[{"kind":"circle","radius":1.5}, {"kind":"x"}]"#)
        #expect("\(Mixed.text("a"))" == #""a""#)
        #expect(
            "\(Point(x: 1, y: 2, label: nil, rest: [true]))" == "[1,2]"
                || "\(Point(x: 1, y: 2, label: "a", rest: []))" == #"[1,2,"a"]"#)
        #expect("\(Indirect(wrappedValue: Circle(radius: 2)))" == #"{"kind":"circle","radius":2}"#)
        #expect("\(Presence.value(7)) \(Presence<Int>.null) \(Presence<Int>.absent)" == "7 null absent")
        #expect(String(reflecting: Presence.value("a")) == #""a""#)
    }

    @Test func whatJSONCannotHoldIsShownAllTheSame() {
        #expect("\(Circle(radius: .infinity))" == #"{"kind":"circle","radius":inf}"#)
        #expect("\(JSONValue.number(.nan))" == "nan")
        #expect("\(JSONDecimal(Double.nan))" == "nan")
        #expect("\([MultipartFile([0xFF, 0xFE], filename: "a.bin")].map(\.filename))" == #"[Optional("a.bin")]"#)
    }

    @Test func secretsAreMasked() throws {
        let account = Account(name: "n", password: "hunter2", keys: ["hunter2"], inner: ["token": "hunter2"], note: nil)
        for text in [
            "\(account)", String(reflecting: account), dumped(account), "\([account])", "\(Presence.value(account))",
        ] {
            #expect(!text.contains("hunter2"))
            #expect(text.contains("***"))
        }
        #expect("\(account)" == #"{"name":"n","password":"***","keys":"***","inner":"***"}"#)
        #expect(try encoded(account).contains("hunter2"))
    }

    @Test func responsesArePrintedByStatusAndBody() {
        let response = ClientResponse(
            status: 200, headers: [.setCookie: "session=hunter2"], body: [Circle(radius: 1)])
        #expect("\(response)" == #"200 [{"kind":"circle","radius":1}]"#)
        #expect(!dumped(response).contains("hunter2") && !dumped(response).contains("contents"))
        #expect("\(ClientResponse(status: 204, body: NoBody()))" == "204 without a body")
    }

    private func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }
}

private struct Account: ObjectModel {
    var name: String
    var password: String
    var keys: [String]
    var inner: JSONValue
    var note: String?

    static let table = ObjectTable(
        of: Self.self, "name password keys inner note?",
        [String.self, String.self, [String].self, JSONValue.self, String?.self],
        constraints: #"""
            {"properties":{"password":{"format":"password"},"keys":{"items":{"format":"password"}},
            "inner":{"writeOnly":true},"note":{"writeOnly":true}}}
            """#)
}
