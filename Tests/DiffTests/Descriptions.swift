import ApusAPIModel
import ApusDiagnostics
import ApusDiff
import ApusLowering
import ApusOpenAPI
import ApusYAMLSource
import Testing

/// The description that tests change: types that are sent, received, or both.
let pets = """
    openapi: 3.1.0
    info: {title: Pets, version: 1.0.0}
    servers: [{url: "https://pets.example.com"}]
    paths:
      /pets:
        get:
          operationId: listPets
          parameters:
            - {name: limit, in: query, schema: {type: integer, default: 10}}
            - {name: kind, in: query, schema: {type: string}}
          responses:
            "200":
              description: Pets.
              headers: {Next: {schema: {type: string}}}
              content:
                application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}
        post:
          operationId: createPet
          parameters:
            - {name: owner, in: query, required: true, schema: {type: string}}
          requestBody:
            required: true
            content:
              application/json: {schema: {$ref: "#/components/schemas/NewPet"}}
          responses:
            "201":
              description: Made.
              content:
                application/json: {schema: {$ref: "#/components/schemas/Pet"}}
            "404": {description: No such owner.}
    components:
      securitySchemes:
        Key: {type: apiKey, in: header, name: X-Key}
      schemas:
        Pet:
          type: object
          required: [id, status]
          properties:
            id: {type: string}
            name: {type: string}
            status: {$ref: "#/components/schemas/Status"}
            food: {$ref: "#/components/schemas/Food"}
        NewPet:
          type: object
          required: [name, size]
          properties:
            name: {type: string, maxLength: 20}
            size: {$ref: "#/components/schemas/Size"}
            color: {type: string}
            weight: {type: number}
            note: {type: string, x-apus-name: remark}
        Status: {type: string, enum: [alive, lost]}
        Size: {type: string, enum: [small, large]}
        Food:
          oneOf: [{$ref: "#/components/schemas/Fish"}, {$ref: "#/components/schemas/Bone"}, {$ref: "#/components/schemas/Milk"}]
          discriminator: {propertyName: type}
        Fish: {type: object, required: [type], properties: {type: {const: Fish}}}
        Bone: {type: object, required: [type], properties: {type: {const: Bone}}}
        Milk: {type: object, required: [type], properties: {type: {const: Milk}}}

    """

/// Returns what a description means. Its errors fail the test.
func lowered(_ yaml: String, path: String = "openapi.yaml") throws -> API {
    struct NoFiles: SourceLoader {
        func load(_ path: String) throws(SourceLoadingError) -> SourceFile { throw .missing }
    }
    var diagnostics = Diagnostics()
    let file = SourceFile(path: path, bytes: Array(yaml.utf8))
    let document = try #require(read(file, loader: NoFiles(), into: &diagnostics))
    let api = lower(document, into: &diagnostics)
    try #require(!diagnostics.hasErrors, "\(diagnostics.lines)")
    return api
}

/// A change of the description as the replacement of a text in it.
struct Edit: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    /// The expected changes, each as its code and what it breaks: `property-removed clients? source`.
    var expected: [String]

    init(_ old: String, _ new: String, _ expected: String...) {
        self.old = old
        self.new = new
        self.expected = expected
    }

    var testDescription: String { "\(old) → \(new)" }

    func changes() throws -> [Change] {
        try #require(pets.contains(old), "the description has no \(old)")
        return compare(
            try lowered(pets, path: "old.yaml"), try lowered(pets.replacing(old, with: new), path: "new.yaml"))
    }
}

/// Returns a change's code and what it breaks, with a question mark if it only may.
func brief(_ change: Change) -> String {
    let levels = Level.allCases.compactMap { level -> String? in
        switch change.verdict(for: level) {
        case .safe: nil
        case .risky: level.rawValue + "?"
        case .breaking: level.rawValue
        }
    }
    return ([change.code.id] + levels).joined(separator: " ")
}
