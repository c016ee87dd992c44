import ApusOpenAPI
import Testing

@Suite struct ReferenceTests {
    @Test func `a schema's $id is the base of the references in it`() throws {
        let (document, problems) = read(
            description(
                """
                components:
                  schemas:
                    Tree:
                      $id: https://example.com/schemas/tree
                      properties:
                        root: {$ref: '#'}
                        node: {$ref: node}
                        leaf: {$ref: '#/$defs/leaf'}
                        named: {$ref: '#leaf'}
                        other: {$ref: '/schemas/node#leaf'}
                      $defs:
                        leaf: {$anchor: leaf, type: string}
                        inner:
                          $id: node
                          $defs: {leaf: {$anchor: leaf, type: integer}}
                          properties: {own: {$ref: '#leaf'}}
                    Outside: {$ref: 'https://example.com/schemas/node#/properties/own'}
                """))
        #expect(problems == [])
        let targets = ["root", "node", "leaf", "named", "other"].map {
            document?.target(ofSchema: "/Tree/properties/\($0)")
        }
        let tree = "api/openapi.yaml#/components/schemas/Tree"
        #expect(
            targets == [
                tree, tree + "/$defs/inner", tree + "/$defs/leaf", tree + "/$defs/leaf",
                tree + "/$defs/inner/$defs/leaf",
            ])
        #expect(document?.target(ofSchema: "/Outside") == tree + "/$defs/inner/$defs/leaf")
    }

    @Test func `an identifier in data names nothing`() {
        let (document, problems) = read(
            description(
                """
                components:
                  schemas:
                    A: {$ref: '#here'}
                    B:
                      enum: [{$anchor: here, type: string}]
                      example: {$anchor: here}
                      properties:
                        $anchor: {type: string, const: here}
                      x-mine: {$anchor: here}
                    C: {$anchor: here, type: boolean}
                """))
        #expect(problems == [])
        #expect(document?.target(ofSchema: "/A") == "api/openapi.yaml#/components/schemas/C")
    }

    @Test func `a chain of references has at most a hundred`() {
        func chain(_ count: Int) -> String {
            "components:\n  schemas:\n"
                + (1...count).map { "    S\($0): {$ref: '#/components/schemas/S\($0 - 1)'}\n" }.joined()
                + "    S0: {type: string}\n"
        }
        #expect(read(description(chain(100))).problems == [])
        // Each error is where the chain becomes too long. The next chain starts there.
        #expect(
            read(description(chain(202))).problems
                == [105, 206].map {
                    "api/openapi.yaml:\($0): error[E0223]: a chain of more than 100 references starts here"
                        + " (refer to the last target of the chain directly)"
                })
    }

    @Test func `a name that two schemas claim is an error where it is used`() {
        let twice = "    B: {$anchor: here}\n    C: {$anchor: here}\n    D: {$id: 'urn:d'}\n    E: {$id: 'urn:d'}\n"
        #expect(read(description("components:\n  schemas:\n" + twice)).problems == [])
        let used = "    A: {$ref: '#here'}\n    F: {$ref: 'urn:d'}\n"
        #expect(
            read(description("components:\n  schemas:\n" + twice + used)).problems == [
                "api/openapi.yaml:9: error[E0218]: `#here` has two meanings (rename one of the two)",
                "api/openapi.yaml:10: error[E0218]: `urn:d` has two meanings (rename one of the two)",
            ])
    }

    @Test func `URLs are read from the folders that they are mapped to`() {
        let (document, problems) = read(
            description(
                """
                components:
                  schemas:
                    A: {$ref: 'https://example.com/schemas/v1/a.yaml'}
                    B: {$ref: 'https://example.com/schemas/v2/deep/b%20c.yaml#/$defs/b'}
                    C: {$ref: 'HTTPS://Example.com/schemas/v1/../v1/a.yaml#/properties/next'}
                    D: {$ref: 'https://example.com/one'}
                """),
            files: [
                "vendor/a.yaml": "properties: {next: {$ref: deep/n.yaml}}", "vendor/deep/n.yaml": "type: string",
                "two/deep/b c.yaml": "$defs: {b: {$ref: ../a.yaml}}", "two/a.yaml": "type: integer",
                "one.json": "{}",
            ],
            urls: [
                "https://example.com/schemas/": "vendor", "https://example.com/schemas/v1/": "vendor/",
                "https://example.com/schemas/v2": "two", "https://example.com/one": "one.json",
            ])
        #expect(problems == [])
        #expect(
            ["A", "B", "C", "D"].map { document?.target(ofSchema: "/\($0)") } == [
                "vendor/a.yaml#", "two/a.yaml#", "vendor/deep/n.yaml#", "one.json#",
            ])
        #expect(document?.files.map(\.path).count == 6)
    }

    @Test func `what is not mapped is not read, and the error says how to map it`() {
        let (_, problems) = read(
            description(
                """
                components:
                  schemas:
                    A: {$ref: 'https://example.com/schemas/a.yaml#/x'}
                    B: {$ref: 'https://example.com/v1x/a.yaml'}
                    C: {$ref: 'https://example.com/v1/%2e%2e/secret.yaml'}
                    D: {$ref: 'https://example.com/v1/..%2Fsecret.yaml'}
                    E: {$ref: '//example.com/v1/a.yaml'}
                    F: {$ref: 'urn:example:a'}
                    G: {$ref: 'https://example.com/v1/a.yaml?x=1'}
                """),
            files: ["v1/a.yaml": "{}", "secret.yaml": "{}"], urls: ["https://example.com/v1": "v1"])
        #expect(problems.count == 7)
        #expect(problems.allSatisfy { $0.contains("error[E0207]") })
        #expect(
            problems.first
                == "api/openapi.yaml:5: error[E0207]: `https://example.com/schemas/a.yaml` is not mapped to a local file "
                + "(download the file and map the URL to its folder: `--map-url https://example.com/schemas/=FOLDER`, or `urls:` "
                + "in apus.yaml)")
    }

    @Test func `a document that names itself finds its neighbors`() {
        let (document, problems) = read(
            description(
                """
                $self: https://example.com/api/openapi
                components:
                  schemas:
                    A: {$ref: schemas/a.yaml}
                    B: {$ref: 'https://example.com/api/openapi#/components/schemas/C'}
                    C: {type: string}
                """, openapi: "3.2.0"),
            files: [
                "api/schemas/a.yaml": "$id: https://example.com/elsewhere/a.yaml\n$ref: b.yaml\n",
                "api/schemas/b.yaml": "type: integer",
            ])
        #expect(problems == [])
        #expect(document?.target(ofSchema: "/A") == "api/schemas/b.yaml#")
        #expect(document?.target(ofSchema: "/B") == "api/openapi.yaml#/components/schemas/C")
    }

    @Test func `references to every kind of component, to whole files and into path items`() {
        let (document, problems) = read(
            description(
                """
                paths:
                  /a/{id}:
                    $ref: 'paths/a.yaml'
                  /b/{id}:
                    $ref: '#/paths/~1a~1%7Bid%7D'
                    summary: The same.
                components:
                  schemas:
                    Pet: {$ref: schemas.yaml#/Pet}
                  pathItems:
                    Own: {$ref: '#/paths/~1a~1{id}'}
                """),
            files: [
                "api/paths/a.yaml": """
                parameters: [{$ref: '../parts.yaml#/id'}]
                post:
                  requestBody: {$ref: '../parts.yaml#/body'}
                  responses:
                    '200': {$ref: '../parts.yaml#/response'}
                  callbacks:
                    done: {$ref: '../parts.yaml#/callback'}
                """,
                "api/parts.yaml": """
                id: {name: id, in: path, required: true, schema: {type: string}}
                body: {content: {application/json: {schema: {$ref: 'schemas.yaml#/Pet'}}}}
                response:
                  description: Done.
                  headers: {ETag: {$ref: '#/header'}}
                  links: {self: {$ref: '#/link'}}
                  content: {application/json: {examples: {one: {$ref: '#/example'}}}}
                header: {schema: {type: string}}
                link: {operationRef: '#/paths/~1a~1{id}/post'}
                example: {value: 1}
                callback: {'{$request.body#/url}': {$ref: '#/item'}}
                item: {post: {responses: {'200': {description: Done.}}}}
                """,
                "api/schemas.yaml": "Pet: {properties: {next: {$ref: '#/Pet'}}}",
            ])
        #expect(problems == [])
        let operations = document?.paths.flatMap { $0.item.operations } ?? []
        #expect(operations.map(\.method) == ["POST", "POST"])
        #expect(
            operations.first?.operation.requestBody?.content.first?.object.schema?.target?.node.file.path
                == "api/schemas.yaml")
        #expect(document?.files.count == 4)
    }

    @Test func `references that only lead to each other are errors, whatever stands beside them`() {
        let (_, problems) = read(
            description(
                """
                paths:
                  /a: {$ref: '#/paths/~1b', summary: A}
                  /b: {$ref: '#/paths/~1a'}
                components:
                  schemas:
                    A: {$ref: '#/components/schemas/B', description: A}
                    B: {$ref: '#/components/schemas/A', minLength: 1}
                    C: {$ref: '#/components/schemas/C'}
                    D: {$dynamicRef: '#/components/schemas/D'}
                  responses:
                    R: {$ref: '#/components/responses/R'}
                  parameters:
                    P: {$ref: 'p.yaml'}
                """),
            files: ["api/p.yaml": "$ref: '#'"])
        #expect(problems.count == 6)
        #expect(
            problems.allSatisfy {
                $0.contains("error[E0209]: this reference leads back to itself (replace one of the references")
            }, "\(problems)")
    }

    @Test func `a document inside an $id says why its pointers fail`() {
        let (_, problems) = read(
            description(
                """
                components:
                  schemas:
                    A:
                      $id: https://example.com/a
                      properties: {b: {$ref: '#/components/schemas/B'}}
                    B: {type: string}
                """))
        #expect(
            problems == [
                "api/openapi.yaml:7: error[E0206]: `#/components/schemas/B` does not resolve (inside a schema with "
                    + "an `$id`, `#` is that schema and not the document: remove the `$id`)"
            ])
    }

    @Test func `names and dialects that JSON Schema does not allow`() {
        let (_, problems) = read(
            description(
                """
                components:
                  schemas:
                    A: {$id: '#a'}
                    B: {$anchor: 'a b'}
                    C: {$schema: 'http://json-schema.org/draft-07/schema#'}
                    D: {$schema: 'https://json-schema.org/draft/2020-12/schema', $id: d, $anchor: d}
                    E: {$id: 7}
                """))
        #expect(
            problems.map { $0.prefix(33) } == [
                "api/openapi.yaml:5: error[E0205]:", "api/openapi.yaml:6: error[E0217]:",
                "api/openapi.yaml:7: error[E0220]:", "api/openapi.yaml:9: error[E0203]:",
            ])
    }
}
