import ApusYAMLSource

/// Loads the files that a description refers to.
///
/// Reading a description does not access the file system itself. The caller decides what a path means and which folders
/// may be read.
public protocol SourceLoader {
    /// Returns the file at `path`, which is already resolved against the path of the referring file.
    func load(_ path: String) throws(SourceLoadingError) -> SourceFile
}

/// The reason why a file could not be loaded.
public enum SourceLoadingError: Error, Sendable {
    case missing
    /// The file is outside the folders that may be read.
    case forbidden
    /// Another reason, as a phrase for a diagnostic.
    case unreadable(String)
}
