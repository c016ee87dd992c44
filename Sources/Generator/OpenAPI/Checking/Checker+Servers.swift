import ApusDiagnostics
import ApusYAMLSource

// Checks the variables of servers. Whether a URL is usable is checked where it is used.
extension Checker {
    mutating func checkServer(_ server: Node) {
        let names = braced(in: server["url"]?.text ?? "")
        for variable in content(of: server["variables"])?.entries.map({ $0 }) ?? [] where !variable.key.hasPrefix("x-")
        {
            if !names.contains(variable.key) {
                diagnostics.warning(
                    .unusableServer, "the URL of the server has no `{\(variable.key)}`", at: variable.keyNode.place,
                    label: "this variable has no effect",
                    help: closest(to: variable.key, in: names).map { "the URL has `{\($0)}`" })
            }
            let values = content(of: variable.value[.enum])?.elements.map { $0 } ?? []
            guard let standard = variable.value[.default], !values.isEmpty,
                !values.contains(where: { $0.text == standard.text })
            else { continue }
            diagnostics.warning(
                .unusableServer,
                "the default `\(standard.text)` of the variable `\(variable.key)` is not among its values",
                at: standard.place, notes: [.init("the values are listed here", at: values[0].place)],
                help: suggestion(for: standard.text, among: values.map(\.text))
                    ?? "add it to `enum`, or use one of the values of `enum`")
        }
    }
}
