import Foundation

/// A file for bytes that should not be in memory. Only the current user can read it. It is deleted with this object.
final class TemporaryFile {
    let url: URL
    private let handle: FileHandle

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: attributes) else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: url.path])
        }
        handle = try FileHandle(forUpdating: url)
    }

    deinit {
        try? handle.close()
        try? FileManager.default.removeItem(at: url)
    }

    /// Appends bytes.
    func append(_ bytes: [UInt8]) throws {
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(bytes))
    }

    /// Reads up to `count` bytes from a position.
    func read(from position: UInt64, upTo count: Int) throws -> [UInt8] {
        try handle.seek(toOffset: position)
        return [UInt8](try handle.read(upToCount: count) ?? Data())
    }
}
