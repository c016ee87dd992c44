import ApusRuntime
import Foundation
import Testing

/// Values created in code that are deeper than any decoded JSON.
@Suite struct DepthTests {
    private static let levels = 10_000

    @Test func jsonIsRefusedWhereItIsTooDeep() {
        func nested(in value: JSONValue) -> JSONValue {
            (0..<Self.levels).reduce(value) { value, level in level % 2 == 0 ? .array([value]) : ["a": value] }
        }
        let findings = onThread {
            let (one, other) = (nested(in: 1), nested(in: 2))
            return [
                one == nested(in: 1) ? "equal" : "different", one == other ? "equal" : "different",
                one.hashValue == nested(in: 1).hashValue ? "one hash" : "two hashes",
            ] + refusals(of: one)
        }
        #expect(findings == ["equal", "different", "one hash"] + Self.refusals)
    }

    @Test func modelsAreRefusedWhereTheyAreTooDeep() {
        let findings = onThread {
            refusals(
                of: (1..<Self.levels).reduce(Tree(id: 0)) { tree, level in
                    level % 2 == 0 ? Tree(id: level, left: tree) : Tree(id: level, children: [tree])
                })
        }
        #expect(findings == Self.refusals)
    }

    @Test func unionsAreRefusedWhereTheyAreTooDeep() {
        let findings = onThread {
            refusals(of: (0..<Self.levels).reduce(Mixed.text("a")) { value, _ in .mixed([value]) })
        }
        #expect(findings == Self.refusals)
    }

    @Test func depthIsBoundedAsItIsWhenReading() throws {
        func nested(_ levels: Int) -> JSONValue { (0..<levels).reduce(1) { value, _ in .array([value]) } }
        let text = try encoded(nested(256))
        #expect(try decoded(JSONValue.self, text) == nested(256))
        try nested(256).validate()
        #expect(throws: JSONError.self) { try encoded(nested(257)) }
        #expect(throws: ValidationError.self) { try nested(257).validate() }
        var options = JSONEncodingOptions()
        options.maximumDepth = 300
        #expect(try encoded(nested(300), options: options).utf8.count == 601)
    }

    private static let refusals = ["limit", "$depth", "shown"]

    /// Returns the errors of encoding, validating and printing.
    private func refusals(of value: some JSONCodable) -> [String] {
        var findings: [String] = []
        do { _ = try JSON.encode(value) } catch { findings.append("\(error.kind)") }
        do { try value.validate() } catch { findings += error.violations.map(\.keyword) }
        if "\(value)".contains("…") { findings.append("shown") }
        return findings
    }

    /// Runs the body on a thread with the stack size of a main thread.
    private func onThread(_ body: @escaping () -> [String]) -> [String] {
        nonisolated(unsafe) var result: [String] = []
        nonisolated(unsafe) let body = body
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            result = body()
            done.signal()
        }
        thread.stackSize = 8 << 20
        thread.start()
        done.wait()
        return result
    }
}
