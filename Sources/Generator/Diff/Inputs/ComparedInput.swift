import ApusGeneration

/// A description to compare: a file, a folder, or a path in a revision of git such as `main:specs/pets`.
package final class ComparedInput {
    /// The path to read.
    package let path: String
    /// The temporary folder with the files of a revision, and how the paths in it are shown.
    private let checkout: (folder: String, revision: String)?

    /// - Throws: `RunError` if there is no such description.
    package init(_ text: String) throws {
        if FileSystem.kind(of: PathName.normalized(text)) == nil, let colon = text.firstIndex(of: ":") {
            let revision = String(text[..<colon])
            let name = PathName.normalized(String(text[text.index(after: colon)...]))
            let folder = try FileSystem.makeTemporaryFolder()
            do {
                try GitRevision(revision).extract(name, to: folder)
                path = try Self.description(in: PathName.resolve(name, in: folder), shownAs: text)
            } catch {
                FileSystem.removeTree(folder)
                throw error
            }
            checkout = (folder, revision)
        } else {
            path = try Self.description(in: text, shownAs: text)
            checkout = nil
        }
    }

    deinit {
        if let checkout { FileSystem.removeTree(checkout.folder) }
    }

    /// Returns a file's path as the user would name it, such as `main:specs/pets/openapi.yaml`.
    package func shown(_ file: String) -> String {
        guard let checkout, file.hasPrefix(checkout.folder + "/") else { return file }
        return checkout.revision + ":" + file.dropFirst(checkout.folder.count + 1)
    }

    /// Returns the file itself or, for a folder, its configuration or its description.
    private static func description(in path: String, shownAs text: String) throws -> String {
        switch FileSystem.kind(of: path) {
        case .folder:
            let names = ["apus.yaml", "openapi.yaml", "openapi.yml", "openapi.json"]
            let files = names.map { PathName.resolve($0, in: path) }
            if let file = files.first(where: { FileSystem.kind(of: $0) == .file }) { return file }
            throw RunError.message("\(text) has no apus.yaml and no openapi.yaml", .usage)
        case nil: throw RunError.message("there is no \(text)", .usage)
        default: return path
        }
    }
}
