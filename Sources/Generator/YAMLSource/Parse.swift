public import ApusDiagnostics

/// Reads a YAML or JSON file into a tree of nodes.
///
/// A file whose name ends in `.json` must be JSON (RFC 8259). Any other file is YAML with the core schema of YAML 1.2.
/// Reports all problems to `diagnostics`.
///
/// - Parameter keys: The keys that have numbers in the document.
/// - Returns: The root, or `nil` if the bytes form no tree. A document with errors that leave its structure clear, such
///   as a duplicate key, has a tree too, so that later stages can report their problems.
public func parse(
    _ file: SourceFile, keys: KnownKeys = .none, limits: Limits = .default, into diagnostics: inout Diagnostics
) -> Node? {
    guard let start = checkEncoding(of: file, limits: limits, into: &diagnostics) else { return nil }
    let isJSON = file.path.utf8.count >= 5 && file.path.suffix(5).lowercased() == ".json"
    var builder = TreeBuilder(
        file: file, keys: keys, limits: limits,
        positions: SourcePositions(of: file, from: start, unit: isJSON ? .byte : .codePoint))
    let isTree =
        if isJSON {
            readJSON(from: start, into: &builder)
        } else {
            readYAML(from: start, into: &builder)
        }
    for diagnostic in builder.diagnostics.all { diagnostics.report(diagnostic) }
    return isTree && !builder.hasForeignIndentation ? builder.finish() : nil
}
