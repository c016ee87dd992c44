import Foundation
import Testing

/// Pairs of recursive schemas. Lowering them must terminate.
@Suite struct EndlessSchemaTests {
    private static let forms = [
        "{type: array, items: {$ref: '#/components/schemas/%'}}",
        "{type: object, additionalProperties: {$ref: '#/components/schemas/%'}}",
        "{type: object, properties: {n: {$ref: '#/components/schemas/%'}}, required: [n]}",
        "{type: array, prefixItems: [{$ref: '#/components/schemas/%'}]}",
        "{allOf: [{type: array, items: {$ref: '#/components/schemas/%'}}]}",
        "{type: object, properties: {n: {allOf: [{$ref: '#/components/schemas/%'}], properties: {m: {type: string}}}}}",
        "{not: {$ref: '#/components/schemas/%'}}",
        "{anyOf: [{type: string}, {$ref: '#/components/schemas/%'}]}",
        "{oneOf: [{$ref: '#/components/schemas/%'}, {type: array, items: {$ref: '#/components/schemas/%'}}]}",
    ]

    /// Returns two recursive schemas combined by reference, inline, and crosswise.
    private func schemas(_ first: String, _ second: String, number: String) -> String {
        func form(_ form: String, of name: String) -> String { form.replacingOccurrences(of: "%", with: name + number) }
        var text = "    A\(number): \(form(first, of: "A"))\n    B\(number): \(form(second, of: "B"))\n"
        for keyword in ["anyOf", "oneOf", "allOf"] {
            let name = keyword + number
            text += """
                    \(name): {\(keyword): [{$ref: '#/components/schemas/A\(number)'}, {$ref: '#/components/schemas/B\(number)'}]}
                    own\(name): {\(keyword): [\(form(first, of: "own\(keyword)")), \(form(second, of: "own\(keyword)"))]}
                    cross\(name): {\(keyword): [\(form(first, of: "B")), \(form(second, of: "A"))]}

                """
        }
        return text
    }

    @Test(arguments: forms) func `types are made of them`(_ first: String) async throws {
        var text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        for (number, second) in Self.forms.enumerated() { text += schemas(first, second, number: "\(number)") }
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", text)
        let run = try await Tool.run(
            "generate", "openapi.yaml", "--output", "Models", "--module", "Models", "--lenient", in: folder.url)
        #expect(run.status == 0, "\(run.status): \(run.errors.suffix(2_000))")
    }

    /// Each schema contains the next by value, in a named and an inline form.
    @Test(arguments: [
        "{type: object, properties: {n: {$ref: '#/components/schemas/%'}}}",
        "{type: object, properties: {n: {allOf: [{$ref: '#/components/schemas/%'}], required: [m]}}}",
    ])
    func `types are made of a long row of them`(_ form: String) async throws {
        let count = 4_000
        var text = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /x:
                get:
                  responses:
                    "200":
                      description: The first.
                      content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}
            components:
              schemas:

            """
        for number in 0..<count {
            text += "    S\(number): \(form.replacingOccurrences(of: "%", with: "S\(number + 1)"))\n"
        }
        text += "    S\(count): {type: string}\n"
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", text)
        let run = try await Tool.run(
            "generate", "openapi.yaml", "--output", "Models", "--module", "Models", in: folder.url)
        #expect(run.status == 0, "\(run.status): \(run.errors.suffix(2_000))")
    }

    @Test func `a name that refers to itself in its constraints stands in $defs`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "openapi.yaml",
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            components:
              schemas:
                A: {type: array, prefixItems: [{$ref: '#/components/schemas/A'}]}
                Holder: {type: object, properties: {a: {not: {$ref: '#/components/schemas/A'}}}}

            """)
        let run = try await Tool.run(
            "generate", "openapi.yaml", "--output", "Models", "--module", "Models", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let holder = try String(contentsOf: folder.path("Models/Models/Holder.swift"), encoding: .utf8)
        let words = holder.split(whereSeparator: \.isWhitespace).joined()
        let itself = ##"{"type":"array","prefixItems":[{"$ref":"#/$defs/A"}],"items":{}}"##
        #expect(
            words.contains(#"{"not":{"allOf":[\#(itself)]}}"#) && words.contains(#""$defs":{"A":\#(itself)}"#),
            "\(holder)")
    }
}
