import ApusRuntime
import Foundation
import HTTPTypes
import Testing

struct HeaderTests {
    private let values = HeaderValues([
        .init("X-Number")!: "12", .init("X-Text")!: "12", .init("X-List")!: "a, b,3", .init("X-Numbers")!: "1,2",
        .init("X-Pairs")!: "a,1,b,2", .init("X-Exploded")!: "a=1,b=2", .init("X-JSON")!: #"{"a":[1]}"#,
        .init("X-Date")!: "2025-01-02T03:04:05Z", .init("X-Bool")!: "true",
    ])

    @Test func valuesByTheirTypes() throws {
        #expect(try values.value("x-number") == 12)
        #expect(try values.value("X-Text") == "12")
        #expect(try values.value("X-Bool") == true)
        #expect(try values.value("X-List") == ["a", "b", "3"])
        #expect(try values.value("X-Numbers") == [1, 2])
        #expect(try values.value("X-Pairs") == ["a": 1, "b": 2])
        #expect(try values.value("X-Exploded", explode: true) == ["a": "1", "b": "2"])
        #expect(try values.value("X-JSON") == ["a": [1]])
        #expect(try values.value("X-Date", as: DateTime.self)?.description == "2025-01-02T03:04:05Z")
        #expect(try values.value("X-Missing", as: Int.self) == nil)
    }

    @Test func valuesOfAnotherType() {
        #expect(throws: HeaderError(name: "X-List", text: "a, b,3", expected: "Int")) {
            try values.value("X-List", as: Int.self)
        }
    }
}
