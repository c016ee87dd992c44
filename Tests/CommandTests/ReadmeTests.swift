import Foundation
import TestSupport
import Testing

/// The statements in the README.
@Suite struct ReadmeTests {
    private let readme: String

    init() throws { readme = try Self.text("README.md") }

    @Test func `every key of the configuration is listed`() async throws {
        let section = try section("The configuration: `apus.yaml`")
        let listed = section.matches(of: #/(?m)^\| `([^`]+)` \|/#).map { String($0.1) }
        #expect(
            listed.sorted()
                == (try await keys("frobnicate: 1")
                + (try await keys("client: { frobnicate: 1 }")).map { "client: \($0)" })
                .filter { $0 != "client" }.sorted())
    }

    @Test func `every option is listed`() async throws {
        let section = try section("The command")
        let listed = section.matches(of: #/(?m)^\| `(--[a-z-]+)/#).map { String($0.1) }
        var options: Set<String> = []
        for command in ["generate", "check", "lint"] {
            let help = try await Tool.run(command, "--help", in: packageRoot).output
            options.formUnion(help.matches(of: #/(?m)^  (--[a-z-]+)/#).map { String($0.1) })
        }
        #expect(listed.sorted() == options.subtracting(["--version"]).sorted())
    }

    @Test func `every subcommand is listed`() async throws {
        let help = try await Tool.run("--help", in: packageRoot).output
        let section = try section("The command")
        let commands = help.split(separator: "SUBCOMMANDS:")[1].matches(of: #/(?m)^  ([a-z]+) +\S/#).map {
            String($0.1)
        }
        #expect(commands.count >= 6)
        for command in commands { #expect(section.contains("| `apus \(command) "), "\(command)") }
        for match in help.matches(of: #/(?m)^  (\d+) +(\S.*)$/#) {
            #expect(section.contains("| \(match.1) | \(match.2) |"), "exit status \(match.1)")
        }
    }

    @Test func `every extension is listed`() throws {
        var used: Set<String> = []
        let readers = ["YAMLSource", "OpenAPI", "Lowering"].map {
            packageRoot.appendingPathComponent("Sources/Generator/\($0)")
        }
        for file in readers.flatMap({ files(below: $0, extensions: ["swift"]) }) {
            let text = String(decoding: try bytes(of: file), as: UTF8.self)
            used.formUnion(text.matches(of: #/"(x-apus-[a-z-]+)"/#).map { String($0.1) })
        }
        let listed = readme.matches(of: #/(?m)^\| `(x-apus-[a-z-]+)` \|/#).map { String($0.1) }
        #expect(used.sorted() == listed.sorted())
    }

    @Test func `every make target exists`() throws {
        let makefile = try Self.text("Makefile")
        for match in readme.matches(of: #/make ([a-z-]+)/#) {
            #expect(makefile.contains("\n\(match.1):"), "make \(match.1)")
        }
    }

    @Test func `the first client is an example that is built`() throws {
        let source = try Self.text("Examples/GeneratedClientApp/Sources/FirstClient/main.swift")
        #expect(snippets.contains(source))
        #expect(source.split(separator: "\n").count <= 20)
    }

    /// Each line of these snippets occurs in an example's manifest, in the same order.
    @Test(
        arguments: [
            ("GeneratedClientApp", "Galileo"), ("BuildPluginApp", "ApusBuildPlugin"), ("PrebuiltApp", "ApusBuild"),
        ])
    func `manifests are those of examples`(_ example: String, _ product: String) throws {
        let snippet = try #require(snippets.first { $0.contains("\"\(product)\"") && $0.contains(".package(") })
        var rest = try Self.lines(of: Self.text("Examples/\(example)/Package.swift"))[...]
        for line in Self.lines(of: snippet) {
            let expected = line.replacing("\"../apus", with: "\"../..")
                .replacing("MyApp", with: example == "PrebuiltApp" ? "BuildPluginApp" : example)
            guard let index = rest.firstIndex(of: expected) else {
                Issue.record("\(example)/Package.swift lacks, or has elsewhere: \(expected)")
                return
            }
            rest = rest[(index + 1)...]
        }
    }

    @Test func `links lead to files`() {
        for match in readme.matches(of: #/\]\(([^):#]+)\)/#) {
            let file = packageRoot.appendingPathComponent(String(match.1))
            #expect(FileManager.default.fileExists(atPath: file.path), "\(match.1)")
        }
    }

    // MARK: Reading

    private var snippets: [String] { readme.matches(of: #/(?ms)^```swift\n(.*?)^```$/#).map { String($0.1) } }

    private func section(_ title: String) throws -> String {
        let rest = try #require(readme.split(separator: "\n## \(title)\n").dropFirst().first)
        return String(rest.split(separator: "\n## ")[0])
    }

    /// Returns the keys that the tool lists for an unknown key.
    private func keys(_ yaml: String) async throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write("apus.yaml", yaml + "\n")
        let errors = try await Tool.run("generate", in: folder.url).errors
        let list = try #require(errors.firstMatch(of: #/the keys here are (.*)/#))
        return list.1.matches(of: #/`([A-Za-z]+)`/#).map { String($0.1) }
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try bytes(of: packageRoot.appendingPathComponent(path)), as: UTF8.self)
    }

    /// Returns the lines without indentation, trailing commas and comments.
    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }.filter {
                !$0.hasPrefix("// ") || $0.hasPrefix("// swift")
            }
    }
}
