import Testing

/// The advice for Swagger 2.0, YAML 1.1 and invalid names.
@Suite struct AdviceTests {
    @Test func `texts that YAML reads as something else`() {
        let (document, problems) = read(
            """
            openapi: 3.0
            info: {title: 404, version: 1.0, description: ~}
            paths:
              /a:
                get:
                  operationId: true
                  parameters:
                    - {name: limit, in: query, required: no, schema: {type: integer, maximum: 1_000, minLength: 0x10}}
                  responses: {200: {description: ok}}

            """)
        #expect(document != nil)
        #expect(
            problems == [
                "api/openapi.yaml:1: warning[E0224]: `openapi` must be a string; `3.0` is used as one (write `\"3.0.0\"`)",
                "api/openapi.yaml:2: warning[E0224]: `title` must be a string; `404` is used as one (write `\"404\"`)",
                "api/openapi.yaml:2: warning[E0224]: `version` must be a string; `1.0` is used as one (write `\"1.0\"`)",
                "api/openapi.yaml:6: warning[E0224]: `operationId` must be a string; `true` is used as one (write `\"true\"`)",
                "api/openapi.yaml:8: error[E0203]: `required` must be `true` or `false` "
                    + "(YAML 1.2 does not read `no` as a boolean: write `false`)",
                "api/openapi.yaml:8: error[E0203]: `maximum` must be a number "
                    + "(YAML 1.2 does not read `1_000` as a number: write `1000`)",
            ])
    }

    @Test func `remains of Swagger 2`() {
        let (_, problems) = read(
            description(
                """
                basePath: /v1
                consumes: [application/json]
                paths:
                  /a:
                    post:
                      produces: [application/json]
                      parameters:
                        - {name: body, in: body, schema: {$ref: '#/definitions/Pet'}}
                        - {name: tags, in: query, type: array, collectionFormat: csv, schema: {type: file}}
                      responses:
                        '200': {description: ok, schema: {$ref: '#/definitions/Cat'}}
                components:
                  schemas: {Pet: {type: object}}
                  securitySchemes: {login: {type: basic}}

                """))
        #expect(
            problems == [
                "api/openapi.yaml:3: warning[E0202]: `basePath` belongs to Swagger 2.0 "
                    + "(write `servers` with the full URL: `- url: https://api.example.com/v1`)",
                "api/openapi.yaml:4: warning[E0202]: `consumes` belongs to Swagger 2.0 "
                    + "(write the media types as keys of `content`, in each body and response)",
                "api/openapi.yaml:8: warning[E0202]: `produces` belongs to Swagger 2.0 "
                    + "(write the media types of a response as the keys of its `content`)",
                "api/openapi.yaml:10: error[E0205]: `in` cannot be `body` "
                    + "(describe the body by `requestBody` of the operation)",
                "api/openapi.yaml:10: error[E0206]: `#/definitions/Pet` does not resolve "
                    + "(`#/definitions/Pet` belongs to Swagger 2.0: write `#/components/schemas/Pet`)",
                "api/openapi.yaml:11: warning[E0202]: `type` belongs to Swagger 2.0 (write it in the parameter's `schema`)",
                "api/openapi.yaml:11: error[E0202]: `collectionFormat` belongs to Swagger 2.0 (write `style` and `explode`)",
                "api/openapi.yaml:11: error[E0205]: `file` is not a type of JSON Schema "
                    + "(describe a file by `type: string` and `format: binary`)",
                "api/openapi.yaml:13: error[E0202]: `schema` belongs to Swagger 2.0 "
                    + "(write it under `content` and a media type, such as `application/json`)",
                "api/openapi.yaml:16: error[E0205]: `type` cannot be `basic` (write `type: http` and `scheme: basic`)",
            ])
    }

    @Test func `servers`() {
        let (document, problems) = read(
            description(
                """
                servers:
                  - url: https://{tenant}.example.com:{port}
                    variables:
                      tenant: {default: a, enum: [b, c]}
                      port: {default: '443'}
                      prot: {default: x}
                paths: {}

                """))
        #expect(document?.servers.first?.urlVariables == ["tenant", "port"])
        #expect(
            problems == [
                "api/openapi.yaml:6: warning[E0225]: the default `a` of the variable `tenant` is not among its values "
                    + "(add it to `enum`, or use one of the values of `enum`)",
                "api/openapi.yaml:8: warning[E0225]: the URL of the server has no `{prot}` (the URL has `{port}`)",
            ])
    }

    @Test func `a parameter that is listed twice`() {
        let (_, problems) = read(
            description(
                """
                paths:
                  /a/{id}:
                    parameters:
                      - {name: id, in: path, required: true, schema: {type: string}}
                      - {name: X-Trace, in: header, schema: {type: string}}
                    get:
                      parameters:
                        - {name: id, in: path, required: true, schema: {type: integer}}
                        - {name: id, in: query, schema: {type: string}}
                        - {$ref: '#/components/parameters/Id'}
                        - {name: x-trace, in: header, schema: {type: string}}
                        - {name: X-Trace, in: header, schema: {type: string}}
                        - {name: ID, in: query, schema: {type: string}}
                      responses: {'204': {description: ok}}
                components:
                  parameters:
                    Id: {name: id, in: query, schema: {type: string}}

                """))
        #expect(
            problems == [
                "api/openapi.yaml:12: error[E0227]: the parameter `id` in `query` is listed twice (remove one of the two)",
                "api/openapi.yaml:14: error[E0227]: the parameter `X-Trace` in `header` is listed twice "
                    + "(remove one of the two; the case of a header field's name does not matter)",
            ])
    }

    @Test func `queries and fragments in paths`() {
        let (_, problems) = read(
            description(
                """
                paths:
                  /things?action=list: {get: {responses: {'200': {description: ok}}}}
                  /things#copy: {get: {responses: {'200': {description: ok}}}}
                  /things/{a?#}: {get: {parameters: [{name: 'a?#', in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok}}}}

                """))
        #expect(
            problems == [
                "api/openapi.yaml:4: note[E0217]: a path has no query in OpenAPI; it is sent as it stands "
                    + "(describe it by parameters)",
                "api/openapi.yaml:5: note[E0217]: a fragment is not sent",
            ])
    }

    @Test func `names of components and media types`() {
        let (document, problems) = read(
            description(
                """
                paths:
                  /a:
                    post:
                      requestBody: {content: {json: {schema: {$ref: '#/components/schemas/A~1B'}}}}
                      responses:
                        '200': {description: ok, content: {'text/plain; charset=utf-8': {}, 'image/*': {}, '*/*': {}, 'a b/c': {}}}
                components:
                  schemas: {A/B: {type: object}, 'C D': {type: object}, e.f-g_h: {type: object}}

                """))
        #expect(document?.target(ofSchema: "/A~1B") != nil)
        #expect(
            problems == [
                "api/openapi.yaml:6: error[E0226]: `json` is not a media type (write `application/json`)",
                "api/openapi.yaml:8: error[E0226]: `a b/c` is not a media type "
                    + "(write a type and a subtype, such as `text/plain`)",
                "api/openapi.yaml:10: warning[E0217]: `A/B` is not a valid name for a component "
                    + "(rename the component, because other tools may reject it)",
                "api/openapi.yaml:10: warning[E0217]: `C D` is not a valid name for a component "
                    + "(rename the component, because other tools may reject it)",
            ])
    }
}
