import Foundation
import TestSupport
import Testing

@Suite struct DiffTests {
    private static let narrowed = Descriptions.pets.replacing("maxLength: 20", with: "maxLength: 10")

    private func folder(_ new: String = narrowed) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("old.yaml", Descriptions.pets)
        try folder.write("new.yaml", new)
        return folder
    }

    @Test func `no change ends with 0`() async throws {
        let folder = try folder(Descriptions.pets + "# more\n")
        let run = try await Tool.run("diff", "old.yaml", "new.yaml", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output == "no changes\n")
        #expect(run.errors == "")
    }

    @Test(
        arguments: [
            ([], 1), (["--fail-on", "clients"], 1), (["--fail-on", "source"], 0), (["--fail-on", "none"], 0),
            (["--fail-on", "servers", "--format", "json"], 1), (["--fail-on", "wings"], 2), (["--format", "xml"], 2),
            (["--accept", "nowhere.yaml"], 2),
        ] as [([String], Int32)])
    func `the exit status tells what must not break`(_ options: [String], _ status: Int32) async throws {
        let folder = try folder()
        let run = try await Tool.run(
            try #require(Tool.binary), ["diff", "old.yaml", "new.yaml"] + options, in: folder.url)
        #expect(run.status == status, "\(run.errors)")
        #expect(run.output.isEmpty == (status == 2))
    }

    @Test func `names of the configuration are names in code`() async throws {
        let folder = try TemporaryFolder()
        for version in ["old", "new"] {
            try folder.write("\(version)/openapi.yaml", Descriptions.pets)
            try folder.write("\(version)/apus.yaml", "input: openapi.yaml\n")
        }
        #expect(try await Tool.run("diff", "old", "new", in: folder.url).output == "no changes\n")
        try folder.write(
            "new/apus.yaml", "input: openapi.yaml\nnames: { Pet/name: title, createPet: makePet, Toy: Plaything }\n")
        let run = try await Tool.run("diff", "old", "new", "--fail-on", "source", in: folder.url)
        #expect(run.status == 1)
        for line in ["property-renamed: ", "operation-renamed: ", "a `Plaything?` instead of a `Toy?`"] {
            #expect(run.output.contains(line), "\(run.output)")
        }
        #expect(run.output.contains(" 0 break clients, 0 break servers"))
        try folder.write("new/apus.yaml", "input: openapi.yaml\nprefix: My\n")
        #expect(try await Tool.run("diff", "old", "new", "--fail-on", "source", in: folder.url).status == 1)
    }

    @Test func `a change is explained`() async throws {
        let folder = try folder()
        let run = try await Tool.run("explain", "property-removed", in: folder.url)
        #expect(run.status == 0)
        #expect(
            run.output == """
                property-removed: A property was removed.
                It can break senders of the old description: the property is rejected or no longer read.
                It can break receivers of the old description: the property is no longer sent.

                """)
    }

    @Test func `errors of a description end with 3`() async throws {
        let folder = try folder("openapi: 3.1.0\n")
        let run = try await Tool.run("diff", "old.yaml", "new.yaml", in: folder.url)
        #expect(run.status == 3)
        #expect(run.output == "")
        #expect(run.errors.contains("new.yaml"))
    }

    @Test func `a missing description ends with 2`() async throws {
        let folder = try folder()
        for arguments in [
            ["old.yaml", "gone.yaml"], ["gone:new.yaml", "new.yaml"], ["--", "-x:new.yaml", "new.yaml"],
        ] {
            let run = try await Tool.run(try #require(Tool.binary), ["diff"] + arguments, in: folder.url)
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("error: "), "\(run.errors)")
        }
    }

    @Test func `a break is accepted until a day`() async throws {
        let folder = try folder()
        func run(
            _ until: String, place: String = "#/components/schemas/Pet/properties/name/maxLength"
        ) async throws -> ProgramRun {
            try folder.write(
                "breaks.yaml",
                """
                - code: constraint-narrowed
                  place: "\(place)"
                  reason: No name is longer.
                  until: \(until)

                """)
            return try await Tool.run("diff", "old.yaml", "new.yaml", "--accept", "breaks.yaml", in: folder.url)
        }
        let accepted = try await run("2999-12-31")
        #expect(accepted.status == 0)
        #expect(accepted.output.contains("accepted until 2999-12-31: No name is longer."))
        #expect(accepted.errors == "")
        let expired = try await run("2020-12-31")
        #expect(expired.status == 1)
        #expect(expired.errors.contains("warning[E0511]"))
        let unused = try await run("2999-12-31", place: "#/components/schemas/Toy")
        #expect(unused.status == 1)
        #expect(unused.errors.contains("warning[E0510]"))
        #expect(try await run("soon").status == 2)
    }

    @Test func `a revision is compared with the working tree`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("specs/pets/apus.yaml", "input: openapi.yaml\nroot: ..\n")
        try folder.write(
            "specs/pets/openapi.yaml",
            Descriptions.pets.replacing("$ref: \"#/components/schemas/Toy\"", with: "$ref: ../common/toy.yaml"))
        try folder.write("specs/common/toy.yaml", "type: object\nproperties: {size: {type: integer}}\n")
        try await git("init", "-q", in: folder)
        try await git("add", ".", in: folder)
        try await git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "One", in: folder)
        try folder.write("specs/common/toy.yaml", "type: object\nproperties: {size: {type: string}}\n")
        let before = try folder.snapshot()

        let run = try await Tool.run("diff", "HEAD:specs/pets", "specs/pets", in: folder.url)
        #expect(run.status == 1)
        #expect(run.output.contains("type-changed: "))
        #expect(run.output.contains("  old HEAD:specs/common/toy.yaml:2:20 #/properties/size\n"))
        #expect(run.output.contains("  new specs/common/toy.yaml:2:20 #/properties/size\n"))
        #expect(run.errors == "")
        // From a folder below, too: the path is that of the revision.
        let below = try await Tool.run(
            "diff", "HEAD:specs/pets/openapi.yaml", "../specs/pets", in: folder.path("specs"))
        #expect(below.status == 3, "without the configuration, the root is the document's folder")
        #expect(
            try folder.snapshot().filter { !$0.key.hasPrefix(".git/") } == before.filter { !$0.key.hasPrefix(".git/") })
    }

    private func git(_ arguments: String..., in folder: TemporaryFolder) async throws {
        let run = try await Tool.run(URL(fileURLWithPath: "/usr/bin/env"), ["git"] + arguments, in: folder.url)
        try #require(run.status == 0, "\(run.errors)")
    }
}
