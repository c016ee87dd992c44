import ApusOpenAPI
import ApusYAMLSource
import Testing

/// `$dynamicRef` with one, several and alternating candidates.
@Suite struct DynamicReferenceTests {
    @Test func `one anchor makes a dynamic reference an ordinary one`() {
        let (document, problems) = read(
            description(
                """
                components:
                  schemas:
                    A: {$dynamicRef: '#node'}
                    B: {$dynamicRef: '#plain'}
                    C: {$dynamicRef: '#/components/schemas/E'}
                    D: {$dynamicAnchor: node, type: object}
                    E: {$anchor: plain, type: string}
                """))
        #expect(problems == [])
        let schemas = "api/openapi.yaml#/components/schemas/"
        #expect(
            ["A", "B", "C"].map { document?.target(ofSchema: "/\($0)") } == [
                schemas + "D", schemas + "E", schemas + "E",
            ])
    }

    @Test func `a strict tree is strict all the way down, a plain one is not`() throws {
        let tree = """
            $id: https://example.com/tree
            $dynamicAnchor: node
            type: object
            properties:
              children: {type: array, items: {$dynamicRef: '#node'}}
            """
        let (document, problems) = read(
            description(
                """
                components:
                  schemas:
                    Tree: {$ref: tree.yaml}
                    Strict:
                      $id: https://example.com/strict-tree
                      $dynamicAnchor: node
                      $ref: tree
                      unevaluatedProperties: false
                """), files: ["api/tree.yaml": tree])
        #expect(problems == [])
        let schemas = try #require(document?.components.schemas)
        let plain = try #require(schemas[0].schema.target)
        let strict = try #require(schemas[1].schema.target)
        #expect(plain.node.place == strict.node.place)
        #expect(plain.node != strict.node)
        func child(of schema: Schema) -> Schema? {
            schema.namedSubschemas(.properties).first?.schema.subschema(.items)?.target
        }
        #expect(child(of: plain)?.node == plain.node)
        #expect(child(of: strict)?.node == schemas[1].schema.node)
    }

    @Test func `one list of two kinds`() throws {
        let (document, problems) = read(
            description(
                """
                components:
                  schemas:
                    Main:
                      $id: https://example.com/main
                      anyOf: [{$ref: numbers}, {$ref: strings}]
                      $defs:
                        generic:
                          $id: generic
                          properties: {list: {items: {$dynamicRef: '#item'}}}
                          $defs: {any: {$dynamicAnchor: item}}
                        numbers:
                          $id: numbers
                          $ref: generic
                          $defs: {item: {$dynamicAnchor: item, type: number}}
                        strings:
                          $id: strings
                          $ref: generic
                          $defs: {item: {$dynamicAnchor: item, type: string}}
                """))
        #expect(problems == [])
        let main = try #require(document?.components.schemas.first?.schema)
        let items = main.subschemas(.anyOf).map { alternative in
            alternative.target?.target?.namedSubschemas(.properties).first?.schema.subschema(.items)?.target
        }
        #expect(items.map { $0?.types } == [["number"], ["string"]])
    }

    @Test func `hostile combinations end with an error`() {
        // Each of n resources may be entered with or without the anchors of each other resource in scope.
        let count = 12
        let resources = (0..<count).map { n in
            let references = (0..<count).map { "{$ref: 'r\($0)'}" }.joined(separator: ", ")
            return
                "    R\(n):\n      $id: https://example.com/r\(n)\n      anyOf: [\(references), {$dynamicRef: '#a\(n)'}]\n"
                + "      $defs: {own: {$dynamicAnchor: a\(n)}, other: {$dynamicAnchor: a\((n + 1) % count)}}\n"
        }
        let (_, problems) = read(description("components:\n  schemas:\n" + resources.joined()))
        #expect(problems.count == 1 && problems[0].contains("error[E0219]"), "\(problems)")
    }
}
