import ApusSwiftEmitter

/// A folder of generated files.
///
/// Only files with the header of generated files are ever overwritten or removed.
package struct OutputFolder {
    /// The differences between the folder and the generated files.
    package struct Changes {
        package struct Write {
            package var file: GeneratedFile
            /// The current contents, or `nil` for a new file.
            package var old: String?
        }

        /// All files that belong in the folder.
        package internal(set) var files: [GeneratedFile]
        package var writes: [Write] = []
        package var unchanged: [String] = []
        /// Generated files that are no longer needed, with their contents.
        package var removals: [(name: String, old: String)] = []
        /// Files at the paths of generated files that Apus has not written.
        var foreign: [String] = []

        package var isEmpty: Bool { writes.isEmpty && removals.isEmpty }
    }

    package let path: String
    /// The prefix of the files' paths.
    private let base: String

    init(path: String) {
        self.path = path
        let folder = PathName.normalized(path)
        base = folder == "." ? "" : folder == "/" ? folder : folder + "/"
    }

    package func path(of name: String) -> String { base + name }

    /// Compares the folder with the files, without changing anything.
    func changes(to files: [GeneratedFile]) throws(FileSystemError) -> Changes {
        var changes = Changes(files: files)
        var current = try currentFiles()
        for file in files {
            guard Self.isSafe(file.name) else {
                throw FileSystemError(
                    action: "write", path: file.name, reason: "it is not the name of a generated Swift file")
            }
            guard let old = current.removeValue(forKey: file.name) else {
                changes.writes.append(.init(file: file, old: nil))
                continue
            }
            if Self.isEqual(old, file.contents) {
                changes.unchanged.append(file.name)
            } else if Self.isGenerated(old) {
                changes.writes.append(.init(file: file, old: String(decoding: old, as: UTF8.self)))
            } else {
                changes.foreign.append(file.name)
            }
        }
        for (name, old) in current.sorted(by: { $0.key < $1.key }) where Self.isGenerated(old) {
            changes.removals.append((name, String(decoding: old, as: UTF8.self)))
        }
        return changes
    }

    /// Writes and removes files. All new contents are on disk before the first file changes: a replacement is written
    /// to a temporary file first. If anything fails, the new files are removed.
    func apply(_ changes: Changes) throws(FileSystemError) {
        for folder in Set(changes.writes.map { PathName.parts(of: $0.file.name).folder }).sorted() {
            try FileSystem.makeFolder(PathName.resolve(folder, in: path))
        }
        let suffix = ".\(Platform.processID).tmp"
        var created: [String] = []
        var pending: [(temporary: String, target: String)] = []
        var moved = 0
        do {
            for write in changes.writes {
                let target = path(of: write.file.name)
                if write.old == nil {
                    try FileSystem.create(target, write.file.contents)
                    created.append(target)
                    continue
                }
                let name = PathName.parts(of: write.file.name)
                let temporary = path(of: name.folder + "." + name.last + suffix)
                try FileSystem.create(temporary, write.file.contents)
                pending.append((temporary, target))
            }
            while moved < pending.count {
                try FileSystem.move(pending[moved].temporary, to: pending[moved].target)
                moved += 1
            }
        } catch {
            for file in created { try? FileSystem.remove(file) }
            for file in pending[moved...] { try? FileSystem.remove(file.temporary) }
            throw error
        }
        for removal in changes.removals { try FileSystem.remove(path(of: removal.name)) }
        for folder in generatedFolders { FileSystem.removeFolderIfEmpty(path(of: folder)) }
    }

    /// Returns the Swift files in the folder, and in subfolders with generated files, by name.
    private func currentFiles() throws(FileSystemError) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        if FileSystem.kind(of: path) == nil { return files }
        let subfolders = generatedFolders.filter { FileSystem.kind(of: path(of: $0)) == .folder }
        for folder in subfolders where FileSystem.isLink(path(of: folder)) {
            throw FileSystemError(action: "write to", path: path(of: folder), reason: "it is a symbolic link")
        }
        for prefix in [""] + subfolders.map({ $0 + "/" }) {
            for name in try FileSystem.names(in: PathName.resolve(prefix, in: path)) where name.hasSuffix(".swift") {
                let file = path(of: prefix + name)
                guard FileSystem.kind(of: file) == .file else { continue }
                files[prefix + name] = try FileSystem.read(file, limit: .max - 1)
            }
        }
        return files
    }

    /// Whether a name stays in the folder and can only be a Swift file.
    private static func isSafe(_ name: String) -> Bool {
        let (folder, last) = PathName.parts(of: name)
        guard last.utf8.suffix(6).elementsEqual(".swift".utf8), last.utf8.first != UInt8(ascii: "."),
            last.utf8.count <= 240,
            last.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
        else { return false }
        return folder.isEmpty || generatedFolders.contains { folder == $0 + "/" }
    }

    private static func isEqual(_ bytes: [UInt8], _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { utf8 in
            bytes.withUnsafeBytes { bytes in
                Platform.areEqual(bytes, UnsafeRawBufferPointer(utf8))
            }
        }
    }

    private static func isGenerated(_ contents: [UInt8]) -> Bool {
        contents.starts(with: generatedFileHeader.utf8)
    }
}
