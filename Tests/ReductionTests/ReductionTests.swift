import ApusDiagnostics
import ApusGeneration
import ApusOpenAPI
import ApusReduction
import ApusYAMLSource
import Testing

@Suite struct ReductionTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: Pets, version: 1.0.0, description: A text that is long enough to be shortened. }
        paths:
          /pets:
            get:
              operationId: listPets
              responses: { "200": { description: All pets. } }
        components:
          schemas:
            Pet:
              type: object
              properties:
                name: { type: string }
                toy: { allOf: [{ description: A toy., allOf: [{ type: string, planted: yes }] }] }
            Toy: { type: object, properties: { color: { type: string } } }

        """

    /// Whether a document has the planted key, in any place.
    private func isPlanted(_ text: String) -> Bool {
        var diagnostics = Diagnostics()
        guard let root = parse(file(text), into: &diagnostics), !diagnostics.hasErrors else { return false }
        func contains(_ node: Node) -> Bool {
            node["planted"] != nil || node.entries.contains { contains($0.value) }
                || node.elements.contains(where: contains)
        }
        return contains(root)
    }

    private func file(_ text: String) -> SourceFile { SourceFile(path: "openapi.yaml", bytes: Array(text.utf8)) }

    @Test func `what is planted remains alone`() {
        var tries = 0
        let text = reduce(file(Self.description)) { text in
            tries += 1
            return isPlanted(text)
        }
        #expect(text == "planted: yes\n")
        #expect(tries < 100)
    }

    @Test func `a diagnostic keeps what it needs`() {
        struct NoFiles: SourceLoader {
            func load(_ path: String) throws(SourceLoadingError) -> SourceFile { throw .missing }
        }
        func hasProblem(_ text: String) -> Bool {
            var diagnostics = Diagnostics()
            _ = read(file(text), loader: NoFiles(), into: &diagnostics)
            return diagnostics.all.contains { $0.severity == .error && $0.message.contains("Missing") }
        }
        let planted = Self.description.replacing(
            "name: { type: string }", with: "name: { $ref: \"#/components/schemas/Missing\" }")
        let text = reduce(file(planted), while: hasProblem)
        #expect(
            text == """
                openapi: 3.1.0
                components:
                  $ref: "#/components/schemas/Missing"

                """)
    }

    /// As a crash: only the predicate knows what is wrong.
    @Test func `members that a crash needs together remain`() {
        let text = reduce(file(Self.description)) { text in
            text.contains("color") && text.contains("operationId") && !text.contains("color: {}\n  color")
        }
        #expect(text.contains("color") && text.contains("operationId"))
        #expect(text.split(separator: "\n").count <= 10, "\(text)")
    }

    @Test func `a document that is no tree loses lines`() {
        let broken = "a: 1\nb: [2\nc: 3\nd: 4\n"
        let text = reduce(file(broken)) { $0.contains("[2") }
        #expect(text == "b: [2")
    }

    @Test func `the time is bounded`() {
        var tries = 0
        let text = reduce(
            file(Self.description),
            while: { text in
                tries += 1
                return isPlanted(text)
            }, until: { tries >= 5 })
        #expect(tries <= 6)
        #expect(isPlanted(text))
    }

    @Test func `a crash is recognized by its status and its reason`() throws {
        // Its end by a signal is that of a crash.
        let crash = try #require(
            Problem(crashOf: ended(by: "echo 'a.swift:1: Fatal error: planted' >&2; kill -ILL $$")))
        #expect(crash.title == "a.swift:1: Fatal error: planted")
        #expect(crash.isShown(by: ended(by: "echo 'a.swift:1: Fatal error: planted' >&2; kill -ILL $$")))
        #expect(!crash.isShown(by: ended(by: "echo 'b.swift:1: Fatal error: other' >&2; kill -ILL $$")))
        #expect(!crash.isShown(by: ended(by: "echo 'a.swift:1: Fatal error: planted' >&2; kill -SEGV $$")))
        #expect(Problem(crashOf: ended(by: "exit 3")) == nil)
    }

    private func ended(by script: String) -> ChildProcess {
        let folder = try! FileSystem.makeTemporaryFolder()
        defer { FileSystem.removeTree(folder) }
        return ChildProcess(["sh", "-c", script], scratch: folder)
    }
}
