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

    static let configuration = """
        input: openapi.yaml
        output: Generated
        module: Pets
        access: public

        """
}
