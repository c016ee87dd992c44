import Foundation
import TestSupport

/// A program of generated code that answers each line of its input with one line.
struct Program {
    private let texts: [String: String]

    init(_ texts: [String: String]) { self.texts = texts }

    /// Builds the program and runs it with an input.
    func run(_ input: String) async throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (program, output) = try await Compiler.build(texts, in: folder)
        guard output.isEmpty else { throw BuildFailure(output: output) }
        let file = folder.appendingPathComponent("input")
        try Data(input.utf8).write(to: file)
        return try await ProgramRun(program, [], input: file).output.split(separator: "\n").map(String.init)
    }

    /// The error of generated code that does not compile.
    struct BuildFailure: Error, CustomStringConvertible {
        let output: String
        var description: String { String(output.prefix(8000)) }
    }
}
