import ApusAPIModel
import ApusDiagnostics
import ApusYAMLSource
import Testing

/// The origin of the description and of `deprecated` for members and parameters.
@Suite struct DocumentationTests {
    private func api(_ text: String) throws -> API {
        let file = SourceFile(path: "openapi.yaml", bytes: Array(text.utf8))
        let result = lowered(file, in: "/")
        #expect(result.diagnostics.listing == "")
        return try #require(result.api)
    }

    @Test func membersTakeTheirOnlyAlternatives() throws {
        let api = try api(
            """
            openapi: 3.1.0
            info: { title: Text, version: "1" }
            components:
              schemas:
                Other: { type: object, description: Of the type. }
                Job:
                  type: object
                  properties:
                    own: { description: Of the member., type: string }
                    inner: { anyOf: [{ type: string, description: Of the text., deprecated: true }, { type: "null" }] }
                    both: { description: Outside., oneOf: [{ type: "null" }, { type: string, description: Inside. }] }
                    several: { anyOf: [{ type: string, description: A text. }, { type: integer }] }
                    named: { anyOf: [{ $ref: "#/components/schemas/Other" }, { type: "null" }] }
            """)
        let job = try #require(api.types.first { $0.id.name == "Job" })
        guard case .object(let shape) = job.shape else {
            Issue.record("no object")
            return
        }
        #expect(
            shape.properties.map(\.documentation) == ["Of the member.", "Of the text.", "Outside.", nil, nil])
        #expect(shape.properties.map(\.isDeprecated) == [false, true, false, false, false])
    }

    @Test func titlesThatAreTheNameOnceMoreSayNothing() throws {
        let api = try api(
            """
            openapi: 3.1.0
            info: { title: Text, version: "1" }
            components:
              schemas:
                SpanInput:
                  type: object
                  title: Span Input
                  properties:
                    created_at: { title: Created At, type: string }
                    é: { title: É, type: string }
                    size: { title: Size in bytes, type: integer }
                    sort: { title: Sort, anyOf: [{ type: string, description: A key. }, { type: "null" }] }
                    kind: { title: Kind, description: "", type: string }
                    inner: { title: Inner, type: object, properties: { a: { type: string, title: A } } }
                Other: { type: object, title: Another thing, properties: { a: { type: string } } }
            """)
        #expect(api.types.map(\.documentation) == [nil, nil, "Another thing"])
        guard case .object(let shape) = api.types[0].shape else {
            Issue.record("no object")
            return
        }
        #expect(shape.properties.map(\.documentation) == [nil, nil, "Size in bytes", "A key.", nil, nil])
    }

    @Test func variantsTakeWhatTheirTypesDoNotSay() throws {
        let api = try api(
            """
            openapi: 3.1.0
            info: { title: Text, version: "1" }
            components:
              schemas:
                Other: { type: object, required: [id], additionalProperties: false, properties: { id: { type: string } }, description: Of the type. }
                Any:
                  oneOf:
                    - { type: string, description: A text. }
                    - { type: array, description: A list., items: { type: string, description: No. } }
                    - { $ref: "#/components/schemas/Other", description: Of the use. }
                    - { type: object, required: [name], additionalProperties: false, properties: { name: { type: string } }, description: Of its own. }
                    - { type: integer, title: Number }
            """)
        let type = try #require(api.types.first { $0.id.name == "Any" })
        guard case .union(let shape) = type.shape else {
            Issue.record("no union")
            return
        }
        #expect(shape.variants.map(\.documentation) == ["A text.", "A list.", "Of the use.", nil, nil])
        #expect(api.types.compactMap(\.documentation) == ["Of the type.", "Of its own."])
    }

    @Test func operationsThatSayNothingTakeWhatIsSaidOfTheirPath() throws {
        let api = try api(
            """
            openapi: 3.1.0
            info: { title: Text, version: "1" }
            paths:
              /x:
                summary: About x.
                description: At length.
                get: { operationId: get, responses: { "204": { description: Done. } } }
                post: { operationId: post, summary: Posts., responses: { "204": { description: Done. } } }
            """)
        #expect(api.operations.map(\.summary) == ["About x.", "Posts."])
        #expect(api.operations.map(\.documentation) == ["At length.", nil])
    }

    @Test func typesOfParametersTakeTheirText() throws {
        let api = try api(
            """
            openapi: 3.1.0
            info: { title: Text, version: "1" }
            paths:
              /x:
                get:
                  operationId: get
                  parameters:
                    - { name: a, in: query, description: Of the parameter., schema: { type: string, enum: [x] } }
                    - { name: b, in: query, description: No., schema: { type: string, enum: [x], description: Of the schema. } }
                    - { name: c, in: query, description: No., schema: { $ref: "#/components/schemas/C" } }
                    - { $ref: "#/components/parameters/d" }
                  responses: { "204": { description: Done. } }
                post:
                  operationId: post
                  parameters: [{ $ref: "#/components/parameters/d" }]
                  responses: { "204": { description: Done. } }
            components:
              schemas:
                C: { type: string, enum: [x] }
              parameters:
                d: { name: d, in: query, description: Of the shared one., schema: { type: string, enum: [x] } }
            """)
        func text(_ name: String) throws -> String? {
            let operation = try #require(api.operations.first)
            let parameter = try #require(operation.parameters.first { $0.name == name })
            guard case .named(let id) = parameter.type.type else { return "no type" }
            return api.types.first { $0.id == id }?.documentation
        }
        #expect(try text("a") == "Of the parameter.")
        #expect(try text("b") == "Of the schema.")
        #expect(try text("c") == nil)
        #expect(try text("d") == "Of the shared one.")
    }

    @Test func externalDocumentationIsKept() throws {
        let api = try api(
            """
            openapi: 3.1.0
            info: { title: Text, version: "1" }
            externalDocs: { url: "https://docs.example.com", description: All of it. }
            paths:
              /x:
                get:
                  operationId: get
                  externalDocs: { url: "https://docs.example.com/get" }
                  responses: { "200": { description: OK, content: { application/json: { schema: { $ref: "#/components/schemas/X" } } } } }
            webhooks:
              sent:
                post: { externalDocs: { url: "https://docs.example.com/sent" }, responses: { "200": { description: OK } } }
            components:
              schemas:
                X: { type: object, externalDocs: { url: "https://docs.example.com/x", description: X. } }
            """)
        #expect(api.externalDocumentation?.url == "https://docs.example.com")
        #expect(api.externalDocumentation?.documentation == "All of it.")
        #expect(api.operations.map(\.externalDocumentation?.url) == ["https://docs.example.com/get"])
        #expect(api.operations.map(\.externalDocumentation?.documentation) == [nil])
        #expect(api.webhooks.map(\.externalDocumentation?.url) == ["https://docs.example.com/sent"])
        #expect(api.types.map(\.externalDocumentation?.url) == ["https://docs.example.com/x"])
    }

    @Test func parametersAndHeadersTakeTheirSchemas() throws {
        let api = try api(
            """
            openapi: 3.1.0
            info: { title: Text, version: "1" }
            paths:
              /x:
                get:
                  operationId: get
                  parameters:
                    - { name: a, in: query, description: Of the parameter., schema: { type: string, description: No. } }
                    - { name: b, in: query, schema: { type: string, description: Of the schema., title: B } }
                    - { name: c, in: query, schema: { title: C, anyOf: [{ type: string, description: Of the text. }, { type: "null" }] } }
                    - { name: d, in: query, schema: { type: string, title: D } }
                  responses:
                    "204":
                      description: Done.
                      headers:
                        X-A: { schema: { type: integer, description: Calls left. } }
            """)
        let operation = try #require(api.operations.first)
        #expect(
            operation.parameters.map(\.documentation) == ["Of the parameter.", "Of the schema.", "Of the text.", nil])
        #expect(operation.responses.first?.headers.first?.documentation == "Calls left.")
    }
}
