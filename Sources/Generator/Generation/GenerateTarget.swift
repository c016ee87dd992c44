import ApusDiagnostics
import ApusSwiftEmitter

/// Generates all APIs of a target. Changes nothing if one of them has errors.
///
/// - Throws: `RunError` or `FileSystemError`, after all findings of all APIs are shown.
package func generateTarget(_ requests: [Request], reporter: Reporter) throws {
    var results: [ComparedOutput] = []
    var failure: (any Error)?
    for request in requests {
        do {
            results += try reporter.reporting { findings, progress in
                try comparison(request, into: &findings, progress)
            }
        } catch let error as RunError {
            if case .message(let text, let status) = error {
                Output.error.write("error: \(text)\n")
                failure = failure ?? RunError.reported(status)
            } else {
                failure = failure ?? error
            }
        }
    }
    if let failure { throw failure }
    try reporter.reporting { findings, _ in
        reportCollisions(
            of: zip(requests, results).map { ($0.input ?? "", $1.changes.files) }, into: &findings.diagnostics)
        if findings.diagnostics.hasErrors { throw RunError.reported(.usage) }
    }
    for (folder, changes) in results { try folder.apply(changes) }
}

/// Reports types that several APIs declare.
private func reportCollisions(of apis: [(input: String, files: [GeneratedFile])], into diagnostics: inout Diagnostics) {
    var owners: [Substring: String] = [:]
    for api in apis {
        for name in Set(api.files.flatMap { declaredTypes(in: $0.contents) }).sorted() {
            guard let owner = owners.updateValue(api.input, forKey: name) else { continue }
            diagnostics.error(
                .collidingAPIs, "`\(name)` is generated from \(owner) and from \(api.input)", at: nil,
                help: "give one of the two another `prefix:`")
        }
    }
}

/// Returns the names of the top-level types in a generated file. Their declarations begin a line.
private func declaredTypes(in contents: String) -> [Substring] {
    contents.split(separator: "\n").compactMap { line in
        guard let first = line.utf8.first, first != UInt8(ascii: " "), first != UInt8(ascii: "/") else { return nil }
        let words = line.split(maxSplits: 5) { $0 == " " || $0 == ":" || $0 == "<" }
        guard let keyword = words.firstIndex(where: { ["struct", "enum", "typealias"].contains($0) }),
            keyword + 1 < words.count,
            !words[..<keyword].contains("private")
        else { return nil }
        return words[keyword + 1]
    }
}
