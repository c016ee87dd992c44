import Foundation
import Testing

/// The severities of diagnostics, by default and with `diagnostics:` in the configuration.
@Suite struct SeverityTests {
    private func package(_ configuration: String = "") throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml",
            Descriptions.pets.replacingOccurrences(of: "maxLength: 20", with: "default: null\n          maxLength: 20"))
        try folder.write("apus.yaml", Descriptions.configuration + configuration)
        return folder
    }

    @Test func `a wrong default is a warning, and the code is generated without it`() async throws {
        let folder = try package()
        let run = try await Tool.run("generate", "--diagnostics", "line", in: folder.url)
        #expect(run.status == 0)
        #expect(run.errors.contains("warning: `default: null` has no effect, because null is not allowed [E0309]\n"))
        #expect(try folder.snapshot(of: "Generated").values.contains { $0.text.contains("struct Pet") })
        #expect(try await Tool.run("lint", in: folder.url).status == 1)
    }

    @Test func `the configuration makes it an error`() async throws {
        let folder = try package("diagnostics: { E0309: error }\n")
        let run = try await Tool.run("generate", "--diagnostics", "line", in: folder.url)
        #expect(run.status == 3)
        #expect(run.errors.contains("error: `default: null` has no effect, because null is not allowed [E0309]\n"))
        #expect(try await Tool.run("lint", in: folder.url).status == 3)
        // A lenient run omits parts with errors, including warnings raised to errors.
        let lenient = try await Tool.run("generate", "--lenient", "--diagnostics", "line", in: folder.url)
        #expect(lenient.status == 0)
        #expect(lenient.errors.contains("warning: the schema `Pet` is left out [E0340]\n"))
    }

    @Test func `the configuration leaves it out`() async throws {
        let folder = try package("diagnostics: { E0309: off }\n")
        let run = try await Tool.run("lint", "--diagnostics", "line", in: folder.url)
        #expect(run.status == 0)
        #expect(run.errors == "")
    }

    @Test func `an error stays one`() async throws {
        let folder = try package("diagnostics: { E0203: off }\n")
        try folder.write(
            "openapi.yaml", Descriptions.pets.replacingOccurrences(of: "required: true", with: "required: maybe"))
        #expect(try await Tool.run("generate", in: folder.url).status == 3)
    }

    @Test func `explain says which severities can be chosen`() async throws {
        let folder = try TemporaryFolder()
        #expect(try await Tool.run("explain", "E0309", in: folder.url).output.contains("diagnostics: {E0309: error}"))
        #expect(try await Tool.run("explain", "E0206", in: folder.url).output.contains("It is always an error"))
    }
}
