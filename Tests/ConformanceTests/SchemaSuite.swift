import ApusRuntime
import Foundation
import TestSupport

/// The JSON Schema Test Suite.
enum SchemaSuite {
    /// A schema with valid and invalid values.
    struct Group {
        var file: String
        var description: String
        var schema: JSONValue
        var tests: [Test]
    }

    struct Test {
        var description: String
        var data: JSONValue
        var isValid: Bool
    }

    static let root = shared("suites/json-schema")
    static let folder = shared("suites/json-schema/tests/draft2020-12")

    /// Returns the names of the files in a subfolder, without `.json`.
    static func files(in subfolder: String = "") -> [String] {
        guard let path = folder?.appendingPathComponent(subfolder).path else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let prefix = subfolder.isEmpty ? "" : subfolder + "/"
        return names.filter { $0.hasSuffix(".json") }.map { prefix + $0.dropLast(5) }.sorted()
    }

    static func groups(in file: String) throws -> [Group] {
        guard let folder else { return [] }
        let text = try bytes(of: folder.appendingPathComponent(file + ".json"))
        return (try JSON.decode(JSONValue.self, from: text).array ?? []).map { group in
            Group(
                file: file, description: group["description"]?.string ?? "", schema: group["schema"] ?? .null,
                tests: (group["tests"]?.array ?? []).map { test in
                    Test(
                        description: test["description"]?.string ?? "", data: test["data"] ?? .null,
                        isValid: test["valid"]?.bool ?? false)
                })
        }
    }
}
