import ApusOpenAPI
import Testing

/// `$ref` where the specification has none, as in descriptions split into many files.
@Suite struct MisplacedReferenceTests {
    @Test func `operations, maps, lists and texts are read from where a reference leads`() throws {
        let (document, problems) = read(
            description(
                """
                tags: {$ref: parts/tags.yaml}
                paths: {$ref: parts/paths.yaml}
                components:
                  schemas: {$ref: parts/schemas.yaml}
                  securitySchemes: {$ref: 'parts/all.yaml#/schemes'}
                """),
            files: [
                "api/parts/tags.yaml": "[{name: pets, description: {$ref: 'all.yaml#/text'}}]",
                "api/parts/paths.yaml":
                    "/pets/{id}: {get: {$ref: operations/get.yaml}, put: {$ref: operations/get.yaml}}",
                "api/parts/operations/get.yaml": """
                parameters: {$ref: '../all.yaml#/parameters'}
                description: {$ref: '../all.yaml#/text'}
                tags: {$ref: '../all.yaml#/names'}
                responses:
                  '200':
                    description: OK
                    content: {application/json: {schema: {$ref: '../../openapi.yaml#/components/schemas/Pet'}}}
                """,
                "api/parts/schemas.yaml": "Pet: {$ref: Pet.yaml}\nDog: {type: object}",
                "api/parts/Pet.yaml":
                    "oneOf: [{$ref: 'schemas.yaml#/Dog'}]\ndiscriminator: {propertyName: kind, mapping: {dog: Dog}}",
                "api/parts/all.yaml": """
                text: What it does.
                names: [pets]
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                schemes: {key: {type: http, scheme: bearer}}
                """,
            ])
        #expect(
            problems == [
                "api/openapi.yaml:3: warning[E0222]: a `$ref` is not allowed in place of a list",
                "api/parts/tags.yaml:1: warning[E0222]: a `$ref` is not allowed in place of a string",
                "api/openapi.yaml:4: warning[E0222]: a `$ref` is not allowed in place of a Paths Object",
                "api/openapi.yaml:6: warning[E0222]: a `$ref` is not allowed in place of a map",
                "api/openapi.yaml:7: warning[E0222]: a `$ref` is not allowed in place of a map",
                "api/parts/paths.yaml:1: warning[E0222]: a `$ref` is not allowed in place of an Operation Object",
                "api/parts/paths.yaml:1: warning[E0222]: a `$ref` is not allowed in place of an Operation Object",
                "api/parts/operations/get.yaml:1: warning[E0222]: a `$ref` is not allowed in place of a list",
                "api/parts/operations/get.yaml:2: warning[E0222]: a `$ref` is not allowed in place of a string",
                "api/parts/operations/get.yaml:3: warning[E0222]: a `$ref` is not allowed in place of a list",
                "api/parts/operations/get.yaml:7: warning[E0222]: the path of this reference goes through another `$ref`",
            ])
        let api = try #require(document)
        let operations = try #require(api.paths.first).item.operations
        #expect(operations.map(\.method) == ["GET", "PUT"])
        let operation = try #require(operations.first).operation
        #expect(operation.description == "What it does.")
        #expect(operation.tags == ["pets"])
        #expect(operation.parameters.map(\.name) == ["id"])
        let schema = operation.responses.first?.object.content.first?.object.schema
        #expect(schema.flatMap { api.resolve($0.node) }?.file.path == "api/parts/Pet.yaml")
        #expect(api.components.schemas.map(\.name) == ["Pet", "Dog"])
        #expect(api.components.securitySchemes.map(\.name) == ["key"])
        #expect(api.tags.first?.description == "What it does.")
        #expect(api.hasOperations)
    }

    @Test func `a pointer arrives behind the references on its way`() throws {
        let (document, problems) = read(
            description(
                """
                components:
                  schemas:
                    A: {$ref: '#/components/schemas/B/properties/c/items/properties/d'}
                    B: {type: object, properties: {c: {$ref: '#/components/schemas/C'}}}
                    C: {type: array, items: {$ref: '#/components/schemas/D'}}
                    D: {type: object, properties: {d: {type: integer}}}
                """))
        #expect(
            problems == ["api/openapi.yaml:5: warning[E0222]: the path of this reference goes through another `$ref`"])
        #expect(document?.target(ofSchema: "/A") == "api/openapi.yaml#/components/schemas/D/properties/d")
    }

    @Test func `a pointer through itself leads nowhere, and a reference in place of itself to itself`() {
        let (_, problems) = read(
            description(
                """
                tags: {$ref: '#/tags'}
                components:
                  schemas:
                    A: {$ref: '#/components/schemas/A/properties/x'}
                    B: {$ref: '#/components/schemas/C/x'}
                    C: {$ref: '#/components/schemas/B/x'}
                """))
        #expect(
            problems.filter { $0.contains("error") }.map { $0.prefix { $0 != "(" } } == [
                "api/openapi.yaml:6: error[E0206]: `#/components/schemas/A/properties/x` does not resolve",
                "api/openapi.yaml:8: error[E0206]: `#/components/schemas/B/x` does not resolve",
                "api/openapi.yaml:7: error[E0206]: `#/components/schemas/C/x` does not resolve",
                "api/openapi.yaml:3: error[E0209]: this reference leads back to itself ",
            ])
    }

    @Test func `a long chain of pointers through references does not exhaust the stack`() {
        let chain = (0..<1_000).map { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)/x'}\n" }.joined()
        let (_, problems) = read(description("components:\n  schemas:\n" + chain))
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { $0.contains("error[E0206]") })
    }

    @Test func `a text in a file that is no tree is not read`() {
        let (document, problems) = read(
            description("tags: [{name: a, description: {$ref: about.md}}]\npaths: {}"), files: ["api/about.md": "# A"])
        #expect(problems == ["api/openapi.yaml:3: warning[E0222]: `about.md` is not read"])
        #expect(document?.tags.first?.description == nil)
    }

    @Test func `a member named $ref is no reference`() {
        let (_, problems) = read(
            description("components: {schemas: {A: {type: object, properties: {$ref: {type: string}}}}}"))
        #expect(problems == [])
    }

    @Test func `a status in lower case is read, unless both spellings are there`() {
        let (document, problems) = read(
            description(
                "paths: {/a: {get: {responses: {4xx: {description: A}, 5xx: {description: B}, 5XX: {description: C}, 6xx: {description: D}}}}}"
            ))
        #expect(
            problems == [
                "api/openapi.yaml:3: warning[E0205]: `4xx` is not a status code; it is read as `4XX`",
                "api/openapi.yaml:3: error[E0212]: `5xx` and `5XX` are the same status",
                "api/openapi.yaml:3: error[E0205]: `6xx` is not a status code (write a code such as `404`, a range such as `4XX`, or `default`)",
            ])
        #expect(document?.paths.first?.item.operations.first?.operation.responses.first?.name == "4XX")
    }
}
