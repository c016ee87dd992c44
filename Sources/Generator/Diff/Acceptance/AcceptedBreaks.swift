import ApusDiagnostics
import ApusGeneration
import ApusPOSIX
import ApusYAMLSource

/// Today in UTC as a number such as 20261231.
package var today: Int { Int(apusToday()) }

/// Reads a list of accepted breaks and reports its errors.
package func acceptedBreaks(in path: String, into findings: inout Findings) throws -> [AcceptedBreak] {
    let file: SourceFile
    do { file = SourceFile(path: path, bytes: try FileSystem.read(path, limit: Limits.default.maximumBytes)) } catch {
        throw RunError.message("\(error)", .usage)
    }
    findings.sources.append(file)
    guard let root = parse(file, into: &findings.diagnostics) else { throw RunError.reported(.usage) }
    if root.kind != .sequence {
        findings.diagnostics.error(
            .wrongConfigurationValue, "the accepted breaks must be a list", at: root.place,
            help: "each entry has `code`, `place`, `reason` and `until`")
    }
    let breaks = root.elements.compactMap { acceptedBreak($0, into: &findings.diagnostics) }
    if findings.diagnostics.hasErrors { throw RunError.reported(.usage) }
    return breaks
}

private func acceptedBreak(_ node: Node, into diagnostics: inout Diagnostics) -> AcceptedBreak? {
    let keys = ["code", "place", "reason", "until"]
    for entry in node.entries where !keys.contains(entry.key) {
        diagnostics.error(
            .unknownConfigurationKey, "unknown key `\(entry.key)`", at: entry.keyNode.place,
            help: suggestion(for: entry.key, among: keys) ?? "the keys here are \(list(keys))")
    }
    var texts: [String] = []
    for key in keys {
        guard let text = node[key]?.string, !text.isEmpty else {
            diagnostics.error(
                .wrongConfigurationValue, "an accepted break needs a `\(key)` with a text",
                at: (node[key] ?? node).place)
            continue
        }
        texts.append(text)
        check(key, text, at: node[key] ?? node, into: &diagnostics)
    }
    guard texts.count == keys.count else { return nil }
    return AcceptedBreak(code: texts[0], target: texts[1], reason: texts[2], until: texts[3], place: node.place)
}

private func check(_ key: String, _ text: String, at node: Node, into diagnostics: inout Diagnostics) {
    let codes = ChangeCode.all.map(\.id)
    switch key {
    case "code" where !codes.contains(text):
        diagnostics.error(
            .wrongConfigurationValue, "there is no kind of change `\(text)`", at: node.place,
            help: suggestion(for: text, among: codes))
    case "place" where !text.contains("#"):
        diagnostics.error(
            .wrongConfigurationValue, "`place` must have a JSON Pointer after `#`", at: node.place,
            help: "write it in quotes, such as \"#/components/schemas/Pet\"")
    case "until" where !isDate(text):
        diagnostics.error(.wrongConfigurationValue, "`until` must be a date such as 2026-12-31", at: node.place)
    default: break
    }
}

private func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
        text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
        let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
}
