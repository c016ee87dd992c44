import Diagnostics
import YAMLSource

/// The files of a description, each loaded once.
struct SourceSet {
    private(set) var files: [SourceFile]
    private var roots: [String: Node?]
    private let load: (String) -> Result<SourceFile, SourceLoadingError>
    /// By file, the nodes with an `$anchor`; found when the first one is asked for.
    private var anchors: [String: [String: Node]] = [:]

    init(first file: SourceFile, root: Node, loader: some SourceLoader) {
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
        /// The file has been reported already.
        case reported
    }

    /// The root node of the file at `path`.
    mutating func root(of path: String, into diagnostics: inout Diagnostics) -> Result<Node, Failure> {
        if let known = roots[path] { return known.map { .success($0) } ?? .failure(.reported) }
        switch load(path) {
        case .success(let file):
            files.append(file)
            let root = parse(file, into: &diagnostics)
            roots[path] = .some(root)
            return root.map { .success($0) } ?? .failure(.reported)
        case .failure(let error):
            return .failure(.source(error))
        }
    }

    /// The schema with `$anchor: name` (or `$dynamicAnchor`) in the file whose root is given.
    mutating func anchor(_ name: String, in root: Node) -> Node? {
        let path = root.file.path
        if let known = anchors[path] { return known[name] }
        var found: [String: Node] = [:]
        var pending = [root]
        while let node = pending.popLast() {
            for keyword in ["$dynamicAnchor", "$anchor"] {
                if let name = node[keyword]?.string { found[name] = node }
            }
            pending.append(contentsOf: node.entries.map(\.value))
            pending.append(contentsOf: node.elements)
        }
        anchors[path] = found
        return found[name]
    }

    /// The path that a relative reference means, seen from the file at `base`.
    static func resolve(_ reference: String, against base: String) -> String {
        guard !reference.hasPrefix("/") else { return reference }
        var parts = base.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in reference.split(separator: "/", omittingEmptySubsequences: true) {
            switch part {
            case ".": continue
            case ".." where parts.last != nil && parts.last != ".." && parts.last != "": parts.removeLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}

/// The text with `%XX` decoded (RFC 3986, section 2.1); unchanged if that is not UTF-8.
func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
        if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
            let value = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
        {
            bytes.append(value)
            index += 3
        } else {
            bytes.append(source[index])
            index += 1
        }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
}
