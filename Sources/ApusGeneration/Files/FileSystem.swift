import ApusPOSIX

/// What the file system refused, in words for a person.
package struct FileSystemError: Error, CustomStringConvertible {
    var action: String
    var path: String
    var reason: String

    package var description: String { "cannot \(action) \(path): \(reason)" }

    /// The error that `errno` tells of.
    static func last(_ action: String, _ path: String) -> FileSystemError {
        FileSystemError(action: action, path: path, reason: String(cString: apusLastError()))
    }
}

/// The few operations on files that the command needs, over POSIX: starting Foundation costs more than most runs.
package enum FileSystem {
    package enum Kind { case file, folder, other }

    /// What is at `path`, symbolic links followed; nil if there is nothing.
    package static func kind(of path: String) -> Kind? {
        switch apusEntry(path) {
        case .none: nil
        case .file: .file
        case .folder: .folder
        case .link, .other: .other
        }
    }

    /// The absolute path without symbolic links, or nil if there is nothing at `path`.
    static func realPath(of path: String) -> String? {
        guard let resolved = apusRealPath(path) else { return nil }
        defer { apusFree(resolved) }
        return String(cString: resolved)
    }

    /// The bytes of a regular file. Reads one byte more than `limit` at most, so that the caller sees an excess.
    static func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
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

    /// The names in a folder, sorted; `.` and `..` left out.
    static func names(in folder: String) throws(FileSystemError) -> [String] {
        guard let stream = apusOpenFolder(folder) else { throw .last("list", folder) }
        defer { apusCloseFolder(stream) }
        var names: [String] = []
        while let name = apusNextName(stream).map({ String(cString: $0) }) {
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes a folder, and those above it.
    package static func makeFolder(_ path: String) throws(FileSystemError) {
        if kind(of: path) == .folder || path.isEmpty { return }
        try makeFolder(PathName.folder(of: path))
        guard apusMakeFolder(path) else { throw .last("make the folder", path) }
    }

    /// Makes a file that must not exist yet.
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

    /// Puts a file in the place of another, in one step.
    static func move(_ path: String, to target: String) throws(FileSystemError) {
        guard apusMove(path, target) else { throw .last("write", target) }
    }

    static func remove(_ path: String) throws(FileSystemError) {
        guard apusRemove(path) else { throw .last("remove", path) }
    }

    /// Removes a folder that has nothing in it; any other stays.
    static func removeFolderIfEmpty(_ path: String) { apusRemoveFolder(path) }

    static func isLink(_ path: String) -> Bool { apusEntryItself(path) == .link }
}
