import ApusDiagnostics
import ApusYAMLSource

extension ConfigurationReader {
    /// Reads the severities of codes, such as `E0309: error`.
    mutating func severities(_ node: Node?) -> [DiagnosticCode: SeverityChoice] {
        guard let node, isMapping(node) else { return [:] }
        var severities: [DiagnosticCode: SeverityChoice] = [:]
        for entry in node.entries {
            guard let code = DiagnosticCode.all.first(where: { $0.id == entry.key }) else {
                refuse(
                    entry.keyNode, "there is no code `\(entry.key)`",
                    help: suggestion(for: entry.key, among: DiagnosticCode.all.map(\.id))
                        ?? "`apus explain` lists the codes")
                continue
            }
            guard let choice: SeverityChoice = choice(entry.value) else { continue }
            if choice != .error, !code.isAdjustable {
                refuse(
                    entry.value,
                    "\(code.id) cannot be `\(choice.rawValue)`, because correct code cannot be generated until it is fixed",
                    help: "fix the description, or use `lenient: true` to leave out what has errors")
                continue
            }
            severities[code] = choice
        }
        return severities
    }
}
