public import Foundation
public import Testing

/// Expects a text to equal the content of a golden file.
///
/// If the environment has `APUS_RECORD=1`, writes the file instead. Review the difference before you commit it.
public func expect(
    _ text: String, matches golden: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    if ProcessInfo.processInfo.environment["APUS_RECORD"] == "1" {
        try FileManager.default.createDirectory(
            at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: golden)
        return
    }
    guard let expected = try? String(decoding: Data(contentsOf: golden), as: UTF8.self) else {
        Issue.record("\(golden.path) is missing; record it with APUS_RECORD=1", sourceLocation: sourceLocation)
        return
    }
    guard text != expected else { return }
    Issue.record(
        "differs from \(golden.path); record it with APUS_RECORD=1 if this is right\n\(difference(expected, text))",
        sourceLocation: sourceLocation)
}

/// Returns the lines that differ, with a line of context on each side: `-` is expected, `+` is actual.
func difference(_ expected: String, _ actual: String, limit: Int = 40) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    var lines: [String] = ["@@ line \(start + 1) @@"]
    if start > 0 { lines.append("  " + old[start - 1]) }
    lines += old[start..<old.count - end].prefix(limit).map { "- " + $0 }
    lines += new[start..<new.count - end].prefix(limit).map { "+ " + $0 }
    if end > 0 { lines.append("  " + old[old.count - end]) }
    return lines.joined(separator: "\n")
}
