import ApusOpenAPI
import ApusYAMLSource

/// Loads the files that a description refers to, from its root folder and the folders for URLs.
///
/// Symbolic links are resolved first, so that no link leads out of these folders.
struct FileLoader: SourceLoader {
    /// The absolute paths of the folders or files, without symbolic links.
    private let roots: [String]
    private let inputs: InputRecord
    private let progress: Progress

    /// - Throws: If one of the folders does not exist.
    init(roots: [String], inputs: InputRecord, progress: Progress) throws(FileSystemError) {
        self.inputs = inputs
        self.progress = progress
        var real: [String] = []
        for root in roots {
            guard let path = FileSystem.realPath(of: root) else { throw .last("read", root) }
            real.append(path)
        }
        self.roots = real
    }

    func load(_ path: String) throws(SourceLoadingError) -> SourceFile {
        inputs.note(path)
        progress.begin(.read, "reading file \(inputs.count), \(path)")
        guard let real = FileSystem.realPath(of: path) else {
            // Outside the roots, the error does not reveal whether the file exists.
            throw isInsideRoots(lexically: path) ? .missing : .forbidden
        }
        guard isInsideRoots(real) else { throw .forbidden }
        do {
            return SourceFile(path: path, bytes: try FileSystem.read(real, limit: Limits.default.maximumBytes))
        } catch {
            throw .unreadable(error.reason)
        }
    }

    private func isInsideRoots(_ path: String) -> Bool {
        roots.contains { PathName.isInside(path, $0) }
    }

    private func isInsideRoots(lexically path: String) -> Bool {
        var folder = path
        repeat { folder = PathName.folder(of: folder) } while !folder.isEmpty && FileSystem.kind(of: folder) != .folder
        guard let real = FileSystem.realPath(of: folder.isEmpty ? "." : folder) else { return false }
        return isInsideRoots(real)
    }
}
