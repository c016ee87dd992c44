/// Descriptions used by several tests.
enum Descriptions {
    /// Two types and an operation.
    static let pets = """
        openapi: 3.1.0
        info:
          title: Pets
          version: 1.0.0
        servers:
          - url: https://pets.example.com
        paths:
          /pets:
            post:
              operationId: createPet
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      $ref: "#/components/schemas/Pet"
              responses:
                "201":
                  description: Made.
                  content:
                    application/json:
                      schema:
                        $ref: "#/components/schemas/Pet"
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name:
                  type: string
                  maxLength: 20
                toy:
                  $ref: "#/components/schemas/Toy"
            Toy:
              type: object
              properties:
                color:
                  type: string

        """

    /// A description that has a value in most fields of the intermediate representation.
    static let representation = """
        openapi: 3.1.0
        info: { title: Representation, version: 1.0.0, summary: All fields., description: What the fields look like. }
        externalDocs: { url: "https://example.com/more", description: More. }
        servers:
          - url: "https://{region}.example.com"
            description: By region.
            variables: { region: { default: eu, enum: [eu, us], description: Where. } }
        tags: [{ name: pets, description: All about pets. }]
        security: [{ key: [] }]
        paths:
          /pets/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
            post:
              operationId: changePet
              summary: Changes a pet.
              deprecated: true
              tags: [pets]
              parameters:
                - { name: tags, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }
                - { name: X-Trace, in: header, description: For logs., schema: { type: string, default: none } }
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: "#/components/schemas/Pet" } }
                  multipart/form-data:
                    schema: { type: object, required: [file], properties: { file: { type: string, contentMediaType: image/png } } }
                    encoding: { file: { contentType: image/png } }
              responses:
                "200":
                  description: Changed.
                  headers: { X-Left: { description: Calls left., schema: { type: integer } } }
                  content: { application/json: { schema: { $ref: "#/components/schemas/Animal" } } }
                default: { description: Failed., content: { text/plain: { schema: { type: string } } } }
        webhooks:
          changed:
            post:
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
              responses: { "204": { description: Read. } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key, description: From the console. }
          schemas:
            Animal:
              oneOf: [{ $ref: "#/components/schemas/Pet" }, { $ref: "#/components/schemas/Herd" }]
              discriminator: { propertyName: kind, mapping: { pet: Pet, herd: Herd } }
            Pet:
              type: object
              description: A pet.
              additionalProperties: false
              required: [kind, name]
              x-apus-rules: [{ rule: "name != note", message: must differ, at: note }]
              minProperties: 2
              properties:
                kind: { const: pet }
                id: { type: string, format: uuid, readOnly: true }
                name: { type: string, minLength: 1, pattern: "^[a-z]+$" }
                note: { type: [string, "null"], default: none }
                status: { type: string, enum: [new, sold], deprecated: true }
                weight: { type: number, exclusiveMinimum: 0 }
                place: { type: array, prefixItems: [{ type: number }, { type: number }], items: false, minItems: 2 }
                label: { type: string, x-apus-default-from: "has(note) ? note : name" }
                parts: { type: object, additionalProperties: { $ref: "#/components/schemas/Pet" } }
            Herd:
              type: object
              required: [kind]
              additionalProperties: { type: integer, format: int32 }
              properties: { kind: { const: herd }, since: { type: string, format: date-time, writeOnly: true } }
        """

    static let configuration = """
        input: openapi.yaml
        output: Generated
        module: Pets
        access: public

        """
}
