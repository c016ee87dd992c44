import Foundation
import TestSupport
import Testing

@Suite struct ReduceTests {
    @Test func `a diagnostic's description is as small as it can be`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml", Descriptions.pets.replacingOccurrences(of: "maxLength: 20", with: "default: 20"))
        let run = try await Tool.run("reduce", "openapi.yaml", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        try expect(
            run.output + "\n" + folder.text(of: "reduced.yaml"),
            matches: packageRoot.appendingPathComponent("Tests/CommandTests/Goldens/reduced.txt"))
        let lint = try await Tool.run("lint", "reduced.yaml", "--diagnostics", "line", in: folder.url)
        #expect(lint.errors.contains("`default` does not satisfy its own schema, and is ignored [E0309]"))
        #expect(try folder.snapshot().keys.sorted() == ["openapi.yaml", "reduced.yaml"], "nothing else is left")

        let again = try await Tool.run("reduce", "openapi.yaml", in: folder.url)
        #expect(again.status == 2)
        #expect(again.errors == "error: reduced.yaml exists already\n")
    }

    @Test func `references and the configuration stay as they are`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "api/openapi.yaml",
            Descriptions.pets.replacingOccurrences(of: "#/components/schemas/Toy", with: "toy.yaml#/Toy"))
        try folder.write("api/toy.yaml", "Toy: { type: object, properties: { color: { type: string, default: 7 } } }\n")
        try folder.write("api/apus.yaml", "input: openapi.yaml\noutput: Generated\nschemas: all\n")
        let run = try await Tool.run("reduce", "api", "--code", "e0309", "--to", "api/small.yaml", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let text = try folder.text(of: "api/small.yaml")
        #expect(text.contains("toy.yaml#/Toy"))
        #expect(text.split(separator: "\n").count < 8, "\(text)")
    }

    @Test func `a description without a problem, or with another one, is refused`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        let none = try await Tool.run("reduce", "openapi.yaml", in: folder.url)
        #expect(none.status == 2)
        #expect(none.errors == "error: openapi.yaml shows no problem\n")
        let other = try await Tool.run("reduce", "openapi.yaml", "--code", "E0309", in: folder.url)
        #expect(other.errors == "error: openapi.yaml shows no problem with the code E0309\n")
    }

    @Test func `a crash says how to report it`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write("apus.yaml", Descriptions.configuration)
        for signal in [SIGSEGV, SIGILL] {
            let tool = try RunningTool("generate", "--watch", in: folder.url)
            try await tool.wait(forRun: 1)
            #expect(await tool.crash(by: signal) == signal, "it ends by the signal")
            #expect(try tool.errors.contains("\nThis is a fault of Apus, not of your description. Please report it"))
            #expect(try tool.errors.contains("`apus reduce INPUT`"))
        }
    }
}
