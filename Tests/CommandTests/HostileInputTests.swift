import Foundation
import TestSupport
import Testing

/// Hostile input ends quickly in an error with a place, and changes nothing.
@Suite struct HostileInputTests {
    private func lint(_ name: String, _ text: String) async throws -> ProgramRun {
        let folder = try TemporaryFolder()
        try folder.write(name, text)
        return try await Tool.run("lint", name, "--diagnostics", "line", in: folder.url)
    }

    private static let head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"

    @Test(arguments: ["openapi.yaml", "openapi.json"])
    func `nesting a hundred thousand deep is refused`(_ name: String) async throws {
        let run = try await lint(name, String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000))
        #expect(run.status == 3)
        #expect(run.errors.hasPrefix("\(name):1:"), "\(run.errors.prefix(200))")
    }

    @Test func `aliases that multiply are refused`() async throws {
        var text = Self.head + "x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]\n"
        for n in 1...20 {
            text += "x-\(n): &a\(n) [" + Array(repeating: "*a\(n - 1)", count: 9).joined(separator: ",") + "]\n"
        }
        let run = try await lint("openapi.yaml", text + "paths: {}\n")
        #expect(run.status == 3)
        #expect(run.errors.contains("nodes when its aliases are written out"))
    }

    /// Twelve alternatives at each of nine levels are five billion paths.
    @Test(arguments: ["string", "integer"])
    func `alternatives that multiply are gone through once`(_ type: String) async throws {
        var text =
            Self.head + """
                paths: {/a: {get: {operationId: a, responses: {'200': {description: A, content: {application/json: \
                {schema: {$ref: '#/components/schemas/A0'}}}}}}}}
                components:
                  schemas:
                    A9: {anyOf: [{type: string}, {type: \(type), enum: [\(type == "string" ? "a" : "1")]}]}

                """
        for level in 0..<9 {
            // Half of the references are inline, so that the schemas are not all the same.
            let next = "{$ref: '#/components/schemas/A\(level + 1)'}"
            let members = Array(repeating: [next, "{anyOf: [\(next)]}"], count: 6).flatMap(\.self)
            text += "    A\(level): {anyOf: [\(members.joined(separator: ", "))]}\n"
        }
        let run = try await lint("openapi.yaml", text)
        #expect(run.status < 2, "\(run.errors.prefix(500))")
    }

    @Test func `other encodings are refused, and a byte order mark is not`() async throws {
        let folder = try TemporaryFolder()
        let text = Descriptions.pets
        try Data([0xEF, 0xBB, 0xBF] + Array(text.utf8)).write(to: folder.path("marked.yaml"))
        #expect(try await Tool.run("lint", "marked.yaml", in: folder.url).status == 0)
        for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
            try #require(text.data(using: encoding)).write(to: folder.path("wide.yaml"))
            let run = try await Tool.run("lint", "wide.yaml", "--diagnostics", "line", in: folder.url)
            #expect(run.status == 3)
            #expect(run.errors.hasPrefix("wide.yaml:1:1: error: the file is encoded as UTF-16"))
        }
    }

    @Test func `a JSON document's problems have lines and columns`() async throws {
        let text =
            "{\"openapi\": \"3.1.0\",\n \"info\": {\"title\": \"T\", \"version\": \"1\"},\n \"paths\": {\"/ü\": {\"gte\": {}}}}"
        let run = try await lint("openapi.json", text)
        #expect(run.status == 3)
        #expect(
            run.errors.hasPrefix("openapi.json:3:19: error: a Path Item Object has no field `gte`"), "\(run.errors)")
    }

    /// References to themselves in every position that allows one.
    @Test(arguments: [
        "components: {schemas: {A: {$ref: '#/components/schemas/A'}}}",
        "components: {schemas: {A: {allOf: [{$ref: '#/components/schemas/A'}]}}}",
        "components: {schemas: {A: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}}}",
        "components: {schemas: {A: {anyOf: [{$ref: '#/components/schemas/A'}, {type: string}]}}}",
        "components: {schemas: {A: {not: {$ref: '#/components/schemas/A'}}}}",
        "components: {schemas: {A: {if: {$ref: '#/components/schemas/A'}, then: {$ref: '#/components/schemas/A'}}}}",
        "components: {schemas: {A: {type: array, items: {$ref: '#/components/schemas/A'}}}}",
        "components: {schemas: {A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}, required: [a]}}}",
        "components: {schemas: {A: {additionalProperties: {$ref: '#/components/schemas/A'}}}}",
        "components: {schemas: {A: {type: array, prefixItems: [{$ref: '#/components/schemas/A'}], minItems: 1, items: false}}}",
        "components: {schemas: {A: {allOf: [{$ref: '#/components/schemas/B'}]}, B: {allOf: [{$ref: '#/components/schemas/A'}]}}}",
        "components: {schemas: {A: {$dynamicAnchor: a, allOf: [{$dynamicRef: '#a'}]}}}",
        "components: {schemas: {A: {$ref: '#'}}}",
        "components: {responses: {A: {$ref: '#/components/responses/A'}}}",
        "components: {parameters: {A: {$ref: '#/components/parameters/B'}, B: {$ref: '#/components/parameters/A'}}}",
        "components: {headers: {A: {$ref: '#/components/headers/A'}}}",
        "components: {examples: {A: {$ref: '#/components/examples/A'}}}",
        "components: {requestBodies: {A: {$ref: '#/components/requestBodies/A'}}}",
        "components: {securitySchemes: {A: {$ref: '#/components/securitySchemes/A'}}}",
        "components: {links: {A: {$ref: '#/components/links/A'}}}",
        "components: {callbacks: {A: {$ref: '#/components/callbacks/A'}}}",
        "components: {pathItems: {A: {$ref: '#/components/pathItems/A'}}}",
        "paths: {/a: {$ref: '#/paths/~1a'}}",
        "paths: {/a: {$ref: 'openapi.yaml#/paths/~1a'}}",
        "paths: {/a: {post: {callbacks: {c: {'{$url}': {$ref: '#/paths/~1a'}}}, responses: {'200': {description: A}}}}}",
    ])
    func `a cycle of references ends`(_ text: String) async throws {
        let run = try await lint("openapi.yaml", Self.head + text + "\n")
        #expect([0, 1, 3].contains(run.status), "\(run.status): \(run.errors)")
        if text.contains("{A: {$ref: '#/components/") || text.contains("{$ref: '#/paths/~1a'}}\n") {
            #expect(run.status == 3 && run.errors.contains("this reference leads back to itself"), "\(run.errors)")
        }
    }

    @Test func `an output folder that cannot be one stays as it is`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write("file", "mine")
        try folder.write("Mine/MineClient.swift", "struct Mine {}\n")
        try folder.write("Mine/notes.txt", "mine")
        let before = try folder.snapshot()
        #expect(try await Tool.run("generate", "openapi.yaml", "--output", "file", in: folder.url).status == 70)
        #expect(try await Tool.run("generate", "openapi.yaml", "--output", "file/inner", in: folder.url).status == 70)
        let foreign = try await Tool.run("generate", "openapi.yaml", "--output", "Mine", in: folder.url)
        #expect(foreign.status == 2)
        #expect(foreign.errors.contains("Mine/MineClient.swift exists"))
        #expect(try folder.snapshot() == before)
        let run = try await Tool.run("generate", "openapi.yaml", "--output", "/proc/apus", in: folder.url)
        #expect(run.status == 70)
    }
}
