import Foundation

/// A folder that is removed with this object.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> URL { url.appendingPathComponent(name) }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> URL {
        let file = path(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }

    func text(of name: String) throws -> String { try String(contentsOf: path(name), encoding: .utf8) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(at: path(name)) }

    /// Returns the contents and modification times of all files below a folder.
    func snapshot(of name: String = "") throws -> [String: Stamp] {
        let folder = path(name)
        var snapshot: [String: Stamp] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appendingPathComponent(path).path
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            snapshot[path] = Stamp(
                contents: try Data(contentsOf: URL(fileURLWithPath: file)),
                modified: attributes[.modificationDate] as? Date,
                inode: attributes[.systemFileNumber] as? Int)
        }
        return snapshot
    }

    struct Stamp: Equatable {
        var contents: Data
        var modified: Date?
        var inode: Int?

        var text: String { String(decoding: contents, as: UTF8.self) }
    }
}
