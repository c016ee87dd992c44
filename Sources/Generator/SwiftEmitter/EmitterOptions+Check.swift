import ApusDiagnostics

extension EmitterOptions {
    /// Reports invalid options.
    func check(into diagnostics: inout Diagnostics) {
        if !Identifier.isValid(moduleName) {
            diagnostics.error(
                .invalidModuleName, "`\(SwiftText.oneLine(moduleName))` cannot be the name of a Swift module",
                at: nil,
                help: "use letters, digits and underscores, and do not begin with a digit")
        }
        if !prefix.isEmpty, !Identifier.isValid(prefix) {
            diagnostics.error(
                .invalidModuleName, "`\(SwiftText.oneLine(prefix))` cannot be the prefix of Swift names", at: nil,
                help: "use letters, digits and underscores, and do not begin with a digit")
        }
        if case .shards(let count) = layout, !(1...100).contains(count) {
            diagnostics.error(
                .invalidShardCount, "the output cannot be distributed over \(count) files", at: nil,
                help: "give a number from 1 to 100")
        }
    }
}
