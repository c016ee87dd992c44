import ApusRuntime
import Foundation
import TestSupport
import Testing

/// The parsing tests of JSONTestSuite. `y_` must be accepted, `n_` must be rejected, `i_` depends on the
/// implementation.
@Suite struct ParsingSuiteTests {
    static let folder = shared("suites/json/test_parsing")
    static let cases = folder.map { files(below: $0, extensions: ["json"]) } ?? []

    static func cases(_ prefix: String) -> [URL] { cases.filter { $0.lastPathComponent.hasPrefix(prefix) } }

    @Test(.enabled(if: folder != nil, "set APUS_SHARED to the folder with the test suites"))
    func suiteIsComplete() {
        #expect(Self.cases("y_").count == 95)
        #expect(Self.cases("n_").count == 188)
        #expect(Self.cases("i_").count == 35)
    }

    @Test(.enabled(if: folder != nil, "set APUS_SHARED to the folder with the test suites"), arguments: cases("y_"))
    func accepted(_ file: URL) throws {
        var options = JSONDecodingOptions()
        if file.lastPathComponent.contains("duplicated_key") {
            let bytes = try bytes(of: file)
            #expect(throws: JSONError.self) { try JSON.decode(JSONValue.self, from: bytes) }
            options.duplicateMembers = .lastWins
        }
        let value = try JSON.decode(JSONValue.self, from: bytes(of: file), options: options)
        #expect(try JSON.decode(JSONValue.self, from: JSON.encode(value)) == value)
    }

    @Test(.enabled(if: folder != nil, "set APUS_SHARED to the folder with the test suites"), arguments: cases("n_"))
    func refused(_ file: URL) throws {
        let bytes = try bytes(of: file)
        #expect(throws: JSONError.self) { try JSON.decode(JSONValue.self, from: bytes) }
        // Skipped values are checked too.
        #expect(throws: JSONError.self) {
            try JSON.decode(Skipping.self, from: Array(#"{"a":"#.utf8) + bytes + Array("}".utf8))
        }
    }

    @Test(.enabled(if: folder != nil, "set APUS_SHARED to the folder with the test suites"))
    func implementationDefined() throws {
        let lines = try Self.cases("i_").map { file in
            do {
                _ = try JSON.decode(JSONValue.self, from: bytes(of: file))
                return "\(file.lastPathComponent): accepted\n"
            } catch let error as JSONError {
                return "\(file.lastPathComponent): \(error)\n"
            }
        }
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Goldens/implementation-defined.txt")
        try expect(lines.joined(), matches: golden)
    }
}

struct Skipping: ObjectModel {
    static let table = ObjectTable(of: Self.self, "", [])
}
