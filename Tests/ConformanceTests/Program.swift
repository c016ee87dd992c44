import Foundation
import TestSupport

/// A program of generated code that answers each line of its input with one line.
struct Program {
    private let texts: [String: String]

    init(_ texts: [String: String]) { self.texts = texts }

    /// Builds the program and runs it with an input.
    func run(_ input: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (program, output) = try Compiler.build(texts, in: folder)
        guard output.isEmpty else { throw BuildFailure(output: output) }
        let file = folder.appendingPathComponent("input")
        try Data(input.utf8).write(to: file)
        let process = Process()
        process.executableURL = program
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let answers = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return answers.split(separator: "\n").map(String.init)
    }

    /// The error of generated code that does not compile.
    struct BuildFailure: Error, CustomStringConvertible {
        let output: String
        var description: String { String(output.prefix(8000)) }
    }
}
