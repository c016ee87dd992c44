import Foundation
import TestSupport

@testable import ApusModels

/// The JSON Schema Test Suite.
enum SchemaSuite {
    struct Case {
        let group: String
        let test: String
        let schema: JSONValue
        let data: JSONValue
        let isValid: Bool
    }

    static let folder = shared("suites/json-schema/tests/draft2020-12")

    /// Returns the names of the files in a subfolder, without `.json`.
    static func files(in subfolder: String = "") -> [String] {
        guard let path = folder?.appendingPathComponent(subfolder).path else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }

    static func cases(_ file: String) throws -> [Case] {
        guard let folder else { return [] }
        let text = try bytes(of: folder.appendingPathComponent(file + ".json"))
        let groups = try JSON.decode(JSONValue.self, from: text).array ?? []
        return groups.flatMap { group in
            (group["tests"]?.array ?? []).map { test in
                Case(
                    group: group["description"]?.string ?? "", test: test["description"]?.string ?? "",
                    schema: group["schema"] ?? .null, data: test["data"] ?? .null,
                    isValid: test["valid"]?.bool ?? false)
            }
        }
    }
}
