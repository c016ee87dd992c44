import ApusDiagnostics
import ApusLowering
import ApusOpenAPI
import ApusSwiftEmitter
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// All stages terminate for arbitrary descriptions, without a trap.
///
/// Use `APUS_FUZZ_ITERATIONS=100000 APUS_FUZZ_SEED=7` for a longer run. With `APUS_FUZZ_TRACE=FILE`, each text is
/// written to a file before it is tested, so that the file contains the culprit after a crash.
@Suite struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    static let iterations = environment["APUS_FUZZ_ITERATIONS"].flatMap(Int.init) ?? 500
    static let seed = environment["APUS_FUZZ_SEED"].flatMap(UInt64.init) ?? 2_026

    /// Small descriptions that together use most features.
    static let seeds: [String] = {
        let lowering = packageRoot.appendingPathComponent("Tests/LoweringTests/Fixtures")
        let own = packageRoot.appendingPathComponent("Tests/PipelineTests/Seeds")
        let texts = (files(below: own, extensions: ["yaml"]) + files(below: lowering, extensions: ["yaml"]))
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
        return texts.filter { $0.utf8.count < 6_000 }
    }()

    static let keys = Array(
        Set(
            seeds.joined(separator: "\n").split(separator: "\n").compactMap { line in
                line.firstIndex(of: ":").map { String(line[..<$0].drop { " -".contains($0) }) }
            })
    ).sorted()

    @Test(.timeLimit(.minutes(20))) func `random changes never end a stage`() throws {
        try #require(!Self.seeds.isEmpty)
        var emitted = 0
        for iteration in 0..<Self.iterations {
            let seed = Self.seeds[iteration % Self.seeds.count]
            var mutation = Mutation(seed: Self.seed &+ UInt64(iteration) &* 7_919, keys: Self.keys)
            let text = mutation.mutated(seed)
            if let trace = Self.environment["APUS_FUZZ_TRACE"] {
                try text.write(toFile: trace, atomically: false, encoding: .utf8)
            }
            if Self.run(text, isLenient: iteration % 3 == 0) { emitted += 1 }
        }
        // Changes that always break the description would only test the first stages.
        #expect(emitted > Self.iterations / 50, "\(emitted) of \(Self.iterations) were generated from")
    }

    /// Returns whether code was generated. Also renders the diagnostics, because their places point into the text.
    static func run(_ text: String, isLenient: Bool = false) -> Bool {
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "openapi.yaml", bytes: Array(text.utf8))
        let files = generate(from: file, isLenient: isLenient, into: &diagnostics)
        let rendered = diagnostics.text(isColored: false) { $0 == file.path ? file.bytes : nil }
        #expect(rendered.isEmpty == diagnostics.all.isEmpty)
        return !files.isEmpty
    }

    private static func generate(
        from file: SourceFile, isLenient: Bool, into diagnostics: inout Diagnostics
    ) -> [GeneratedFile] {
        guard let document = read(file, loader: NoFiles(), into: &diagnostics) else { return [] }
        let options = LoweringOptions(includesUnreachableSchemas: true, isLenient: isLenient)
        let api = lower(document, options: options, into: &diagnostics)
        if diagnostics.hasErrors { return [] }
        return emit(api, options: EmitterOptions(moduleName: "Fuzz"), into: &diagnostics)
    }
}

private struct NoFiles: SourceLoader {
    func load(_ path: String) throws(SourceLoadingError) -> SourceFile { throw .missing }
}
