import ApusDiagnostics
import ApusYAMLSource

/// The files of a description, each loaded once.
struct SourceSet {
    private(set) var files: [SourceFile]
    private var roots: [String: Node?]
    private let load: (String) -> Result<SourceFile, SourceLoadingError>
    /// The local files for URLs.
    let urls: URLMap

    init(first file: SourceFile, root: Node, loader: some SourceLoader, urls: URLMap) {
        self.urls = urls
        files = [file]
        roots = [file.path: root]
        load = { path in
            do throws(SourceLoadingError) {
                return .success(try loader.load(path))
            } catch {
                return .failure(error)
            }
        }
    }

    enum Failure: Error {
        case source(SourceLoadingError)
        /// The file's problems have been reported before.
        case reported
    }

    /// The root node of the file at `path`.
    mutating func root(of path: String, into diagnostics: inout Diagnostics) -> Result<Node, Failure> {
        if let known = roots[path] { return known.map { .success($0) } ?? .failure(.reported) }
        switch load(path) {
        case .success(let file):
            files.append(file)
            let root = parse(file, keys: .openAPI, into: &diagnostics)
            roots[path] = .some(root)
            return root.map { .success($0) } ?? .failure(.reported)
        case .failure(let error):
            return .failure(.source(error))
        }
    }
}
