import ApusDiagnostics
import ApusLowering
import ApusOpenAPI
import ApusSwiftEmitter
import ApusYAMLSource
import Foundation
import TestSupport
import Testing

/// The code in `GeneratedCode.md` is generated from the descriptions in `Fixtures/GeneratedCode`.
struct GeneratedCodeDocumentTests {
    @Test func everyBlockIsGenerated() throws {
        let document = String(
            decoding: try bytes(
                of: packageRoot.appendingPathComponent("Sources/Runtime/Runtime/ApusRuntime.docc/GeneratedCode.md")),
            as: UTF8.self)
        let generated = try generate("example", module: "Example") + generate("tenants", module: "Tenants")
        let blocks = document.matches(of: #/(?ms)^```swift\n(.*?)^```$/#).map { String($0.1) }
        #expect(blocks.count > 10)
        for piece in blocks.flatMap(pieces) {
            #expect(generated.contains { $0.contents.contains(piece) }, "no description generates\n\(piece)")
        }
    }

    /// The declarations of a block. A line `// …` stands for code that is left out.
    private func pieces(of block: String) -> [String] {
        var pieces: [String] = []
        var piece: [Substring] = []
        let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let isOmission = line.drop { $0 == " " } == "// …"
            let isBetweenDeclarations = line.isEmpty && index + 1 < lines.count && lines[index + 1].first != " "
            if isOmission || isBetweenDeclarations {
                pieces.append(piece.joined(separator: "\n"))
                piece = []
            } else {
                piece.append(line)
            }
        }
        pieces.append(piece.joined(separator: "\n"))
        return pieces.map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty && $0 != "}" }
    }

    private func generate(_ name: String, module: String) throws -> [GeneratedFile] {
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/GeneratedCode/\(name).yaml")
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "\(name).yaml", bytes: try bytes(of: fixture))
        let document = try #require(read(file, loader: NoFiles(), into: &diagnostics))
        let api = lower(document, into: &diagnostics)
        let options = EmitterOptions(
            moduleName: module, access: .public, defaultTransport: DefaultTransport("ApusURLSession"))
        let files = emit(api, options: options, into: &diagnostics)
        #expect(!diagnostics.hasErrors)
        return files
    }
}
