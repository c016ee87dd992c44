import Foundation
import TestSupport
import Testing

/// The tests that are generated from a description. `DescriptionTests` runs those of the descriptions in `specs/`.
@Suite struct GeneratedTestsTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: Stores, version: 1.0.0 }
        paths:
          /stores/{id}/report:
            get:
              operationId: getReport
              parameters:
                - { name: id, in: path, required: true, schema: { type: string, format: uuid } }
                - { name: day, in: query, required: true, schema: { type: string }, example: monday }
                - { name: limit, in: query, schema: { type: integer, default: 10 } }
              responses: { "200": { description: The report., content: { text/csv: {} } } }
          /stores:
            post:
              operationId: createStore
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: "#/components/schemas/Store" }
                    examples:
                      small: { value: { name: Corner, size: small, note: not a member } }
                      wrong: { value: { name: Corner, size: huge } }
              responses: { "204": { description: Made. } }
          /codes:
            put:
              operationId: setCode
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: "#/components/schemas/Code" } } }
              responses: { "204": { description: Set. } }
          /colors:
            put:
              operationId: setColor
              requestBody: { required: true, content: { text/plain: { schema: { type: string, enum: [red, green] } } } }
              responses: { "204": { description: Set. } }
          /sizes:
            put:
              operationId: setSize
              requestBody: { required: true, content: { text/plain: { schema: { type: integer, minimum: 3 } } } }
              responses: { "204": { description: Set. } }
          /names:
            put:
              operationId: setName
              requestBody: { required: true, content: { text/plain: { schema: { type: string, minLength: 7 } } } }
              responses: { "204": { description: Set. } }
          /labels:
            put:
              operationId: setLabel
              requestBody: { required: true, content: { text/plain: { schema: { $ref: "#/components/schemas/Code" } } } }
              responses: { "204": { description: Set. } }
        components:
          schemas:
            Code: { type: string, pattern: "^[A-Z]{3}$" }
            Store:
              type: object
              required: [name, size]
              x-apus-rules: [{ rule: "!has(sold) || has(manager)", message: Only a manager sells., at: sold }]
              properties:
                name: { type: string, examples: [Corner, Centre], maxLength: 10 }
                size: { type: string, enum: [small, large] }
                sold: { type: integer, example: 7 }
                manager: { type: string, default: nobody }
                id: { type: string, format: uuid, example: 0D4E3799-3861-4759-875F-9AE14C167B0A }

        """

    private func package(_ configuration: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.description)
        try folder.write("apus.yaml", "input: openapi.yaml\noutput: Sources/Stores\n" + configuration)
        return folder
    }

    @Test func `examples, defaults and calls become tests`() async throws {
        let folder = try package("tests: Tests/StoresTests\n")
        let run = try await Tool.run("generate", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasSuffix("\nTests/StoresTests: 2 written, 0 unchanged, 0 removed\n"))
        for name in ["StoresExampleTests", "StoresOperationTests"] {
            let golden = packageRoot.appendingPathComponent("Tests/CommandTests/Goldens/Tests/\(name).txt")
            try expect(try folder.text(of: "Tests/StoresTests/\(name).swift"), matches: golden)
        }
        // What is wrong, and what has no value, is said.
        try expect(
            run.errors, matches: packageRoot.appendingPathComponent("Tests/CommandTests/Goldens/Tests/diagnostics.txt"))
    }

    @Test func `their folder follows from the output, or is named`() async throws {
        let folder = try package("tests: true\n")
        #expect(try await Tool.run("generate", in: folder.url).output.contains("\nTests/StoresTests/Generated: 2 "))
        #expect(
            try await Tool.run("generate", "--tests", "Checks", in: folder.url).output.contains("\nChecks: 2 written"))
        let same = try await Tool.run("generate", "--tests", "Sources/Stores", in: folder.url)
        #expect(same.status == 2)
        #expect(same.errors == "error: the tests need another folder than the code: both are Sources/Stores\n")
        let none = try package("tests: false\n")
        #expect(try await !Tool.run("generate", in: none.url).output.contains("Tests"))
        try none.write("apus.yaml", "input: openapi.yaml\noutput: Generated\ntests: true\n")
        let refused = try await Tool.run("generate", in: none.url)
        #expect(refused.status == 2)
        #expect(refused.errors.contains("`true` needs an `output` within a target's folder"))
    }

    @Test func `check compares them, and generate removes those that are gone`() async throws {
        let folder = try package("tests: true\n")
        #expect(try await Tool.run("generate", in: folder.url).status == 0)
        #expect(try await Tool.run("check", in: folder.url).status == 0)
        try folder.write("openapi.yaml", Self.description.replacingOccurrences(of: "Centre", with: "Mall"))
        let check = try await Tool.run("check", in: folder.url)
        #expect(check.status == 1)
        #expect(check.output.contains("+") && check.output.contains("Mall"))
        #expect(check.errors.hasSuffix("Tests/StoresTests/Generated: 1 file is stale; run `apus generate`\n"))
        try folder.write("apus.yaml", "input: openapi.yaml\noutput: Sources/Stores\nparts: [models]\ntests: true\n")
        let models = try await Tool.run("generate", in: folder.url)
        #expect(models.output.contains("Tests/StoresTests/Generated: 1 written, 0 unchanged, 1 removed"))
        let text = try folder.text(of: "Tests/StoresTests/Generated/StoresExampleTests.swift")
        #expect(text.contains("import ApusModels\n@testable import Stores\nimport Testing\n"))
        #expect(!text.contains("validate()"))
    }
}
