import Testing

@Suite struct VersionTests {
    @Test func `Swagger 2 is refused where it says so, with how to convert it`() {
        let (document, problems) = read("info: {title: T, version: '1'}\nswagger: '2.0'\npaths: {}\n")
        #expect(document == nil)
        #expect(
            problems == [
                "api/openapi.yaml:2: error[E0201]: Swagger 2.0 is not supported (convert the document to OpenAPI 3: "
                    + "`npx swagger2openapi api/openapi.yaml --outfile openapi.yaml`, or https://converter.swagger.io)"
            ])
    }

    @Test(arguments: ["openapi: 4.0.0\n", "openapi: 3.3.0\n", "openapi: [3]\n", "info: {}\n", "- a\n", "3\n"])
    func `other versions and other documents are refused`(_ text: String) {
        let (document, problems) = read(text)
        #expect(document == nil)
        #expect(problems.count == 1 && problems[0].hasPrefix("api/openapi.yaml:1: error[E020"))
    }

    @Test func `a reference of an older JSON Schema is not passed over in silence`() {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components:
              schemas:
                Tree:
                  $recursiveAnchor: true
                  type: array
                  items: {$recursiveRef: '#'}

            """
        let (document, problems) = read(text)
        #expect(document != nil)
        #expect(
            problems == [
                "api/openapi.yaml:8: warning[E0215]: `$recursiveRef` belongs to JSON Schema 2019-09 and is ignored, "
                    + "so any value is allowed (use `$ref` or `$dynamicRef`)"
            ])
    }

    @Test func `all that OpenAPI 3.2 adds is read`() {
        let text = """
            $self: https://example.com/openapi
            servers: [{url: https://example.com, name: main}]
            tags: [{name: a, summary: A, parent: b, kind: nav}, {name: b}]
            paths:
              /search:
                query:
                  parameters:
                    - name: q
                      in: querystring
                      content: {application/x-www-form-urlencoded: {schema: {type: object}}}
                  responses:
                    '200':
                      summary: Found.
                      content:
                        application/jsonl: {itemSchema: {$ref: '#/components/schemas/Hit'}}
                        multipart/mixed: {$ref: '#/components/mediaTypes/Parts'}
                additionalOperations:
                  COPY: {responses: {'200': {description: Copied.}}}
            components:
              mediaTypes:
                Parts:
                  itemSchema: {type: string}
                  prefixEncoding: [{contentType: text/plain}]
                  itemEncoding: {contentType: text/plain, encoding: {a: {}}}
              schemas:
                Hit:
                  type: object
                  discriminator: {propertyName: kind, defaultMapping: Other, mapping: {o: Other}}
                  anyOf: [{$ref: '#/components/schemas/Other'}]
                Other: {type: object, xml: {nodeType: element}}
              examples:
                E: {dataValue: {a: 1}, serializedValue: '{"a":1}'}
              securitySchemes:
                S:
                  type: oauth2
                  deprecated: true
                  oauth2MetadataUrl: https://example.com/meta
                  flows:
                    deviceAuthorization:
                      {deviceAuthorizationUrl: https://example.com/d, tokenUrl: https://example.com/t, scopes: {}}
            """
        let (document, problems) = read(description(text, openapi: "3.2.0"))
        #expect(problems == [])
        #expect(document?.paths.flatMap { $0.item.operations.map(\.method) } == ["QUERY", "COPY"])
        // In 3.1, each of these fields is reported as belonging to a later version.
        let earlier = read(description(text, openapi: "3.1.0")).problems
        #expect(earlier.count { $0.contains("warning[E0213]") } == 22, "\(earlier)")
    }

    @Test func `a mapping to no schema names the nearest`() {
        let (_, problems) = read(
            description(
                """
                components:
                  schemas:
                    Pet:
                      oneOf: [{$ref: '#/components/schemas/Cat'}]
                      discriminator: {propertyName: kind, mapping: {cat: Cta}}
                    Cat: {type: object}
                """))
        #expect(problems == ["api/openapi.yaml:7: error[E0206]: there is no schema `Cta` (did you mean `Cat`?)"])
    }
}
