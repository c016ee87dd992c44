import Foundation
import Testing

@Suite struct FilterTests {
    private static let shop = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        tags: [{name: pets}, {name: stores}]
        paths:
          /pets:
            get: {operationId: listPets, tags: [pets], responses: {'200': {$ref: '#/components/responses/Pet'}}}
            post: {operationId: makePet, tags: [pets, admin], responses: {'200': {$ref: '#/components/responses/Pet'}}}
          /stores/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get: {tags: [stores], responses: {'200': {$ref: '#/components/responses/Store'}}}
            delete: {tags: [stores, admin], responses: {'204': {description: Gone.}}}
        components:
          responses:
            Pet: {description: P, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
            Store: {description: S, content: {application/json: {schema: {$ref: '#/components/schemas/Store'}}}}
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}
            Store: {type: object, properties: {name: {type: string}}}
            Unused: {type: object, properties: {name: {type: string}}}

        """

    /// Returns the generated operations and types, found by error enums and by file names.
    private func generated(_ configuration: String) async throws -> (operations: Set<String>, types: Set<String>) {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.shop)
        try folder.write("apus.yaml", "input: openapi.yaml\noutput: Generated\n" + configuration)
        let run = try await Tool.run("generate", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        var operations: Set<String> = []
        var types: Set<String> = []
        for path in try folder.snapshot(of: "Generated").keys {
            if path.hasPrefix("Models/") {
                types.insert(String(path.dropFirst("Models/".count).dropLast(".swift".count)))
            }
            let text = try folder.text(of: "Generated/" + path)
            operations.formUnion(text.matches(of: /enum (\w+)Error: OperationError/).map { String($0.1) })
        }
        return (operations, types)
    }

    @Test(arguments: [
        ("", ["ListPets", "MakePet", "GetStoresID", "DeleteStoresID"], ["Pet", "Store"]),
        ("filter: {include: {tags: [pets]}}\n", ["ListPets", "MakePet"], ["Pet"]),
        ("filter: {include: {tags: [pets]}, exclude: {tags: [admin]}}\n", ["ListPets"], ["Pet"]),
        ("filter: {include: {paths: [/stores/*]}}\n", ["GetStoresID", "DeleteStoresID"], ["Store"]),
        (
            "filter: {include: {paths: [/pets], operations: ['DELETE /stores/{id}']}}\n",
            ["ListPets", "MakePet", "DeleteStoresID"], ["Pet"]
        ),
        ("filter: {exclude: {operations: [makePet, 'GET /stores/{id}']}}\n", ["ListPets", "DeleteStoresID"], ["Pet"]),
        ("schemas: all\n", ["ListPets", "MakePet", "GetStoresID", "DeleteStoresID"], ["Pet", "Store", "Unused"]),
    ])
    func `only what is asked for is generated`(_ configuration: String, operations: [String], types: [String])
        async throws
    {
        let result = try await generated(configuration)
        #expect(result.operations == Set(operations))
        #expect(result.types == Set(types))
    }

    @Test func `names that mean nothing are errors where they are`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.shop)
        try folder.write(
            "apus.yaml",
            """
            input: openapi.yaml
            output: Generated
            filter:
              include:
                tags: [pet]
                paths: [/pet, /shops/*]
              exclude:
                operations: [makePets]
                tag: [x]
            """)
        let run = try await Tool.run("lint", "--diagnostics", "line", in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("apus.yaml:9:5: error: unknown key `tag` in `filter.exclude`"), "\(run.errors)")
        try folder.write(
            "apus.yaml", try folder.text(of: "apus.yaml").replacingOccurrences(of: "    tag: [x]", with: ""))
        let names = try await Tool.run("lint", "--diagnostics", "line", in: folder.url)
        #expect(names.status == 2)
        let lines = names.errors.split(separator: "\n").filter { $0.hasPrefix("apus.yaml") }.map {
            $0.prefix { $0 != "`" }
        }
        #expect(
            lines == [
                "apus.yaml:5:12: error: the description has no tag ",
                "apus.yaml:6:13: error: the description has no path ",
                "apus.yaml:6:19: error: no path matches ",
                "apus.yaml:8:18: error: the description has no operation ",
            ])
    }

    @Test func `a description without operations gives all its schemas`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml",
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {Pet: {type: object, properties: {a: {}}}}}\n"
        )
        let run = try await Tool.run("generate", "openapi.yaml", "--output", "Generated", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try folder.snapshot(of: "Generated").keys.contains("Models/Pet.swift"))
    }
}
