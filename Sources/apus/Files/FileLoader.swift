import OpenAPI
import YAMLSource

/// Loads the files that a description refers to, from its root folder only.
///
/// A symbolic link counts as what it leads to, so that none leads out of the root.
struct FileLoader: SourceLoader {
    /// The root folder, absolute and without symbolic links.
    private let root: String

    /// - Throws: If the root is not there.
    init(root: String) throws(FileSystemError) {
        guard let real = FileSystem.realPath(of: root) else { throw .last("read", root) }
        self.root = real
    }

    func load(_ path: String) throws(SourceLoadingError) -> SourceFile {
        guard let real = FileSystem.realPath(of: path) else {
            // A file that cannot be looked up is reported as missing only where it would be allowed: whether
            // a file elsewhere exists is nobody's business.
            throw isInsideRoot(lexically: path) ? .missing : .forbidden
        }
        guard PathName.isInside(real, root) else { throw .forbidden }
        do {
            return SourceFile(path: path, bytes: try FileSystem.read(real, limit: Limits.default.maximumBytes))
        } catch {
            throw .unreadable(error.reason)
        }
    }

    private func isInsideRoot(lexically path: String) -> Bool {
        var folder = path
        repeat { folder = PathName.folder(of: folder) } while !folder.isEmpty && FileSystem.kind(of: folder) != .folder
        guard let real = FileSystem.realPath(of: folder.isEmpty ? "." : folder) else { return false }
        return PathName.isInside(real, root)
    }
}
