import ApusPOSIX

/// An error of the file system, described for a user.
package struct FileSystemError: Error, CustomStringConvertible {
    var action: String
    var path: String
    var reason: String

    package var description: String { "cannot \(action) \(path): \(reason)" }

    /// Returns the error in `errno`.
    static func last(_ action: String, _ path: String) -> FileSystemError {
        FileSystemError(action: action, path: path, reason: String(cString: apusLastError()))
    }
}

/// The file operations of the command, based on POSIX. Loading Foundation takes longer than most runs.
package enum FileSystem {
    package enum Kind { case file, folder, other }

    /// Returns the kind of entry at `path`, following symbolic links, or `nil` if there is none.
    package static func kind(of path: String) -> Kind? {
        switch apusEntry(path) {
        case .none: nil
        case .file: .file
        case .folder: .folder
        case .link, .other: .other
        }
    }

    /// Returns the absolute path without symbolic links, or `nil` if there is nothing at `path`.
    package static func realPath(of path: String) -> String? {
        guard let resolved = apusRealPath(path) else { return nil }
        defer { apusFree(resolved) }
        return String(cString: resolved)
    }

    /// Reads a regular file. Stops after `limit` + 1 bytes, so that the caller can detect a file that is too large.
    package static func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        let descriptor = apusOpen(path)
        guard descriptor >= 0 else { throw .last("read", path) }
        defer { apusClose(descriptor) }
        let size = apusSize(descriptor)
        guard size >= 0 else {
            throw FileSystemError(action: "read", path: path, reason: "it is not a regular file")
        }
        let capacity = min(size, limit) + 1
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initializedCount in
            while count < capacity {
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
                let step = apusRead(descriptor, rest.baseAddress, rest.count)
                if step < 0 { count = -1 }
                if step <= 0 { break }
                count += step
            }
            initializedCount = max(count, 0)
        }
        guard count >= 0 else { throw .last("read", path) }
        return bytes
    }

    /// Returns the sorted names of a folder's entries, except `.` and `..`.
    package static func names(in folder: String) throws(FileSystemError) -> [String] {
        guard let stream = apusOpenFolder(folder) else { throw .last("list", folder) }
        defer { apusCloseFolder(stream) }
        var names: [String] = []
        while let name = apusNextName(stream).map({ String(cString: $0) }) {
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Creates a folder and its missing parents.
    package static func makeFolder(_ path: String) throws(FileSystemError) {
        if kind(of: path) == .folder || path.isEmpty { return }
        try makeFolder(PathName.folder(of: path))
        guard apusMakeFolder(path) else { throw .last("make the folder", path) }
    }

    /// Creates a file that does not exist yet.
    package static func create(_ path: String, _ contents: String) throws(FileSystemError) {
        let descriptor = apusCreate(path)
        guard descriptor >= 0 else { throw .last("write", path) }
        let isWritten = Platform.writeAll(descriptor, contents)
        let failure = FileSystemError.last("write", path)
        guard apusClose(descriptor), isWritten else {
            apusRemove(path)
            throw failure
        }
    }

    /// Replaces the contents of a file atomically.
    package static func replace(_ path: String, with contents: String) throws(FileSystemError) {
        let temporary = "\(path).\(Platform.processID).tmp"
        try create(temporary, contents)
        do { try move(temporary, to: path) } catch {
            apusRemove(temporary)
            throw error
        }
    }

    /// Returns the path relative to a folder. Both must exist.
    package static func relativePath(of path: String, from folder: String = ".") -> String {
        guard let path = realPath(of: path), let folder = realPath(of: folder) else { return path }
        return PathName.relative(path, to: folder)
    }

    /// Creates a temporary folder that only this user can read.
    package static func makeTemporaryFolder() throws(FileSystemError) -> String {
        guard let path = apusMakeTemporaryFolder() else {
            throw .last("make a folder in", "the folder for temporary files")
        }
        defer { apusFree(path) }
        return String(cString: path)
    }

    /// Removes a folder and its contents, as far as possible.
    package static func removeTree(_ folder: String) {
        for name in (try? names(in: folder)) ?? [] {
            let path = PathName.resolve(name, in: folder)
            if !isLink(path), kind(of: path) == .folder { removeTree(path) } else { try? remove(path) }
        }
        removeFolderIfEmpty(folder)
    }

    /// Renames a file, atomically replacing the target.
    static func move(_ path: String, to target: String) throws(FileSystemError) {
        guard apusMove(path, target) else { throw .last("write", target) }
    }

    package static func remove(_ path: String) throws(FileSystemError) {
        guard apusRemove(path) else { throw .last("remove", path) }
    }

    /// Removes a folder if it is empty.
    package static func removeFolderIfEmpty(_ path: String) { apusRemoveFolder(path) }

    package static func isLink(_ path: String) -> Bool { apusEntryItself(path) == .link }
}
