import ApusYAMLSource

/// Where the files come from that a description refers to.
///
/// Reading a description touches no file system: whoever calls it decides what a path means and which
/// folders may be read.
public protocol SourceLoader {
    /// The file at `path`, which is already resolved against the path of the file that refers to it.
    func load(_ path: String) throws(SourceLoadingError) -> SourceFile
}

/// Why a file could not be loaded.
public enum SourceLoadingError: Error, Sendable {
    case missing
    /// The file lies outside the folders that may be read.
    case forbidden
    /// Another reason, in words.
    case unreadable(String)
}
