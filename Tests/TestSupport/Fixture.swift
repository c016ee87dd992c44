public import Foundation
public import Testing

/// A test case in a folder with an `openapi.yaml` and golden files. A new folder is a new case.
public struct Fixture: Sendable, CustomTestStringConvertible {
    public let name: String
    public let folder: URL

    public var testDescription: String { name }

    /// Returns the cases in the folder `Fixtures/<family>` beside the calling test.
    public static func all(in family: String, file: String = #filePath) -> [Fixture] {
        let parent = URL(fileURLWithPath: file).deletingLastPathComponent()
            .appendingPathComponent("Fixtures").appendingPathComponent(family)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        return names.sorted().filter { !$0.hasPrefix(".") }
            .map { Fixture(name: $0, folder: parent.appendingPathComponent($0)) }
    }

    /// Returns the URL of a golden file of the case, such as `api.txt`.
    public func golden(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Returns the bytes of a file of the case.
    public func bytes(_ name: String = "openapi.yaml") throws -> [UInt8] {
        try TestSupport.bytes(of: folder.appendingPathComponent(name))
    }
}
