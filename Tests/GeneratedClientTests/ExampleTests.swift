import ApusModels
import ApusTesting
import Galileo
import HoneyHive
import Testing

/// Examples of every generated type of the vendors' descriptions.
@Suite struct ExampleTests {
    @Test(arguments: RandomInstanceTests.types)
    func examplesAreValid(_ type: any JSONCodable.Type) throws {
        func check<Value: JSONCodable>(_ type: Value.Type) throws {
            let isRoot = RandomInstanceTests.roots.contains { $0 == type }
            for seed in UInt64(0)..<(isRoot ? 100 : 20) {
                let value = try Value.example(seed: seed)
                try value.validate()
                let text = try JSON.encode(value)
                #expect(try JSON.decode(Value.self, from: text) == value)
                #expect(text.count < 200_000)
                guard seed % 10 == 0 else { continue }
                #expect(try JSON.encode(Value.example(seed: seed)) == text)
            }
        }
        try check(type)
    }

    /// Most seeds lead to values of their own, if the type has that many.
    @Test(arguments: RandomInstanceTests.roots.filter { $0 != CreateEventBatchResponse.self })
    func seedsDiffer(_ type: any JSONCodable.Type) throws {
        func check<Value: JSONCodable>(_ type: Value.Type) throws {
            let texts = try (0..<100).map { try JSON.encode(Value.example(seed: $0)) }
            #expect(Set(texts).count > 40, "\(Set(texts).count)")
        }
        try check(type)
    }

    @Test func theFirstExampleIsComplete() throws {
        let session = try Galileo.Session.example()
        #expect(try session == Galileo.Session.example(seed: 0))
        #expect(session.previousSessionID != nil && session.externalID != nil)
    }
}
