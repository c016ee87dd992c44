import ApusDiagnostics
import ApusYAMLSource

/// Makes a document smaller while something still holds for it, such as that it shows a problem.
///
/// Removes members and elements, chunk by chunk and from the root to the leaves, puts parts in the place of what contains
/// them, and shortens texts. A document that is no tree, or whose problem lies in its spelling, loses lines instead.
///
/// - Parameters:
///   - holds: Whether a text still shows the problem. It holds for `file` itself.
///   - isOver: Whether the time is over. The smallest document so far is the result then.
/// - Returns: The smallest document found.
package func reduce(
    _ file: SourceFile, while holds: @escaping (String) -> Bool,
    until isOver: @escaping () -> Bool = { false }
) -> String {
    var diagnostics = Diagnostics()
    if let root = parse(file, into: &diagnostics) {
        let piece = Piece(root)
        if holds(piece.yaml) {
            var reduction = TreeReduction(root: piece, holds: holds, isOver: isOver)
            reduction.run()
            return reduction.root.yaml
        }
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    removeChunks(count: lines.count, isOver: isOver) { range in
        var rest = lines
        rest.removeSubrange(range)
        guard holds(rest.joined(separator: "\n")) else { return false }
        lines = rest
        return true
    }
    return lines.joined(separator: "\n")
}

/// Tries to remove all items, then halves of them, and so on to single ones.
///
/// - Parameter remove: Removes a range of the items that are left, and returns whether that was right.
func removeChunks(count: Int, isOver: () -> Bool, remove: (Range<Int>) -> Bool) {
    var count = count
    var size = count
    while size > 0 {
        var start = 0
        while start < count {
            if isOver() { return }
            let range = start..<min(start + size, count)
            if remove(range) { count -= range.count } else { start += size }
        }
        size = size > count ? count : size / 2
    }
}

/// The reduction of a tree.
private struct TreeReduction {
    var root: Piece
    let holds: (String) -> Bool
    let isOver: () -> Bool

    mutating func run() {
        var size: Int
        repeat {
            size = root.size
            removeChildren()
            hoist()
        } while root.size < size && !isOver()
        shortenTexts()
    }

    private mutating func accept(_ candidate: Piece) -> Bool {
        guard holds(candidate.yaml) else { return false }
        root = candidate
        return true
    }

    private mutating func removeChildren() {
        var depth = 0
        while true {
            // Containers of one depth do not contain each other, so that their paths stay right.
            let paths = root.containers(at: depth)
            if paths.isEmpty || isOver() { return }
            for path in paths {
                removeChunks(count: root[path[...]].children.count, isOver: isOver) { range in
                    accept(root.replacing(path[...], with: root[path[...]].removing(range)))
                }
            }
            depth += 1
        }
    }

    /// Puts a part in the place of what contains it.
    private mutating func hoist() {
        var depth = 0
        while true {
            let paths = root.containers(at: depth)
            if paths.isEmpty || isOver() { return }
            for path in paths {
                let children = root[path[...]].children
                _ = children.contains { child in
                    !child.children.isEmpty && !isOver() && accept(root.replacing(path[...], with: child))
                }
            }
            depth += 1
        }
    }

    private mutating func shortenTexts() {
        var depth = 0
        while true {
            let paths = root.containers(at: depth)
            if paths.isEmpty { return }
            for path in paths {
                for index in root[path[...]].children.indices {
                    guard !isOver() else { return }
                    let place = path + [index]
                    if case .scalar(let text) = root[place[...]], text.utf8.count > 24 {
                        _ = accept(root.replacing(place[...], with: .scalar("x")))
                    }
                }
            }
            depth += 1
        }
    }
}
