import ApusAPIModel
import ApusDiagnostics

/// The names of an operation's parameters.
///
/// A parameter is identified by its name and its location. Parameters with the same name get the location too, such as
/// `idInPath` and `idInQuery`.
enum ParameterNames {
    /// The names in the order of the parameters.
    static func names(
        of operation: Operation, overrides: [String: String], into diagnostics: inout Diagnostics
    ) -> [String] {
        var requests = operation.parameters.map { parameter in
            NameRequest(
                parameter.name, explicit: overrides["\(operation.id)/\(parameter.name)"] ?? parameter.explicitName,
                origin: parameter.origin, fallback: "parameter")
        }
        var indices: [String: [Int]] = [:]
        for index in requests.indices where requests[index].explicit == nil {
            indices[Words(requests[index].spec).lowerCamel, default: []].append(index)
        }
        for (_, group) in indices where Set(group.map { operation.parameters[$0].location }).count > 1 {
            for index in group { requests[index].spec += " in \(operation.parameters[index].location.words)" }
        }
        return MemberNames.names(for: requests, reserved: ReservedNames.operation, into: &diagnostics)
    }
}

extension Parameter.Location {
    fileprivate var words: String { self == .querystring ? "query string" : rawValue }
}
