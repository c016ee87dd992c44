import Foundation
import Testing

@Suite struct GenerateTests {
    private func package() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write("apus.yaml", Descriptions.configuration)
        return folder
    }

    @Test func `a second run touches nothing`() async throws {
        let folder = try package()
        let first = try await Tool.run("generate", in: folder.url)
        #expect(first.status == 0, "\(first.errors)")
        let files = try folder.snapshot(of: "Generated")
        #expect(!files.isEmpty)
        #expect(first.output == "Generated: \(files.count) written, 0 unchanged, 0 removed\n")

        let second = try await Tool.run("generate", in: folder.url)
        #expect(second.status == 0)
        #expect(second.output == "Generated: 0 written, \(files.count) unchanged, 0 removed\n")
        #expect(try folder.snapshot(of: "Generated") == files)
    }

    @Test func `flags alone do what a configuration does`() async throws {
        let configured = try package()
        let flagged = try TemporaryFolder()
        try flagged.write("openapi.yaml", Descriptions.pets)
        #expect(try await Tool.run("generate", in: configured.url).status == 0)
        let run = try await Tool.run(
            "generate", "openapi.yaml", "--output", "Generated", "--module", "Pets", "--access", "public",
            in: flagged.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try flagged.snapshot(of: "Generated").mapValues(\.contents)
                == configured.snapshot(of: "Generated").mapValues(\.contents))
    }

    @Test func `flags win over the configuration`() async throws {
        let folder = try package()
        #expect(
            try await Tool.run("generate", "--output", "Elsewhere", "--access", "package", in: folder.url).status == 0)
        #expect(
            try folder.snapshot(of: "Elsewhere").values.contains { $0.text.contains("package nonisolated struct Pet:") }
        )
        #expect(!FileManager.default.fileExists(atPath: folder.path("Generated").path))
    }

    @Test func `a configuration is found by its folder, and its paths are its own`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("apis/pets/openapi.yaml", Descriptions.pets)
        try folder.write("apis/pets/apus.yaml", "input: openapi.yaml\noutput: ../../Generated/Pets\n")
        for input in ["apis/pets", "apis/pets/apus.yaml"] {
            let run = try await Tool.run("generate", input, in: folder.url)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.hasPrefix("Generated/Pets: "))
        }
    }

    @Test func `one changed type rewrites one file of the sharded layout`() async throws {
        let folder = try package()
        let arguments = ["generate", "--layout", "shards"]
        let binary = try #require(Tool.binary)
        #expect(try await Tool.run(binary, arguments, in: folder.url).status == 0)
        let before = try folder.snapshot(of: "Generated")
        #expect(before.count == 17)
        try folder.write(
            "openapi.yaml", Descriptions.pets.replacingOccurrences(of: "maxLength: 20", with: "maxLength: 30"))
        #expect(try await Tool.run(binary, arguments, in: folder.url).status == 0)
        let after = try folder.snapshot(of: "Generated")
        #expect(before.keys == after.keys)
        #expect(after.filter { $0.value != before[$0.key] }.count == 1)
    }

    @Test func `files of types that are gone are removed, and no others`() async throws {
        let folder = try package()
        #expect(try await Tool.run("generate", in: folder.url).status == 0)
        let files = try folder.snapshot(of: "Generated")
        let header = try #require(files.values.first).text
        try folder.write("Generated/Gone.swift", header)
        try folder.write("Generated/Mine.swift", "struct Mine {}\n")
        try folder.write("Generated/notes.txt", header)
        let run = try await Tool.run("generate", in: folder.url)
        #expect(run.output.hasSuffix(" 1 removed\n"))
        #expect(Set(try folder.snapshot(of: "Generated").keys) == Set(files.keys).union(["Mine.swift", "notes.txt"]))
    }

    @Test func `a file that is in the way is not overwritten`() async throws {
        let folder = try package()
        #expect(try await Tool.run("generate", in: folder.url).status == 0)
        let name = try #require(try folder.snapshot(of: "Generated").keys.min())
        try folder.write("Generated/\(name)", "struct Mine {}\n")
        let before = try folder.snapshot()
        let run = try await Tool.run("generate", in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("E0504"))
        #expect(try folder.snapshot() == before)
    }

    @Test func `a run with errors changes nothing`() async throws {
        let folder = try package()
        #expect(try await Tool.run("generate", in: folder.url).status == 0)
        try folder.write(
            "openapi.yaml", Descriptions.pets.replacingOccurrences(of: "schemas/Toy", with: "schemas/Game"))
        let before = try folder.snapshot()
        let run = try await Tool.run("generate", in: folder.url)
        #expect(run.status == 3)
        #expect(run.errors.contains("openapi.yaml:34:"))
        #expect(run.errors.hasSuffix("1 error\n"))
        #expect(try folder.snapshot() == before)
    }

    @Test func `a run that cannot write says so and leaves no temporary files`() async throws {
        let folder = try package()
        try folder.write("Generated", "a file where a folder should be")
        let before = try folder.snapshot()
        let run = try await Tool.run("generate", in: folder.url)
        #expect(run.status == 70)
        #expect(run.errors.hasPrefix("error: cannot "))
        #expect(try folder.snapshot() == before)
    }
}
