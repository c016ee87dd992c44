import ApusAPIModel
import ApusDiagnostics

/// The names of a module's declarations for an operation.
struct OperationNames {
    let method: String
    /// The method that returns the status and the headers too.
    let response: String
    /// The method that pages through the results.
    let pages: String
    /// The method that returns a stream, where `method` returns a whole body.
    let stream: String
    let streamResponse: String
    let error: String
    let success: String
    /// The enum of the media types of the request's body.
    let content: String
    /// The enum of the media types that a caller can ask for.
    let accept: String
}

/// The names of a server's declarations for an operation.
struct ServerOperationNames {
    let method: String
    /// The property with the code that reads and answers requests.
    let operation: String
    /// The enum of the responses that a handler returns.
    let output: String
    /// The enum of the responses that a handler throws.
    let failure: String
    /// The enum of the bodies in several media types.
    let input: String
    /// The enum of the media types that clients ask for, which a client has too.
    let accept: String
}

extension OperationNames {
    /// The names of the operations' methods, in the order of the operations.
    ///
    /// A name follows from the `operationId`. If several ids make the same name, the id that is spelled like the name
    /// gets it, and the others are named after method and path. So a name depends neither on the order of the paths nor
    /// on operations with other names.
    static func methods(
        of operations: [Operation], overrides: [String: String], into diagnostics: inout Diagnostics
    ) -> [String] {
        var requests = operations.map {
            NameRequest(
                $0.id, explicit: overrides[$0.id] ?? $0.explicitName, origin: $0.origin, fallback: "operation")
        }
        var indices: [String: [Int]] = [:]
        for index in requests.indices where requests[index].explicit == nil {
            indices[Words(requests[index].spec).lowerCamel, default: []].append(index)
        }
        var renamed: [Int] = []
        for (name, group) in indices where group.count > 1 || requests.contains(where: { $0.explicit == name }) {
            renamed += group.filter { requests[$0].spec != name }
        }
        for index in renamed {
            requests[index].spec = "\(operations[index].method.lowercased()) \(operations[index].path)"
            requests[index].canHaveSigns = false
        }
        // Names that are still equal are numbered in the order of their paths, after those that keep their name.
        let isRenamed = Set(renamed)
        let order = requests.indices.sorted {
            (isRenamed.contains($0) ? 1 : 0, operations[$0].path, operations[$0].method)
                < (isRenamed.contains($1) ? 1 : 0, operations[$1].path, operations[$1].method)
        }
        let sorted = MemberNames.names(
            for: order.map { requests[$0] }, reserved: ["core", "defaultServer", "defaultServerPath"],
            into: &diagnostics)
        var names = [String](repeating: "", count: operations.count)
        for (index, name) in zip(order, sorted) { names[index] = name }
        return names
    }
}
