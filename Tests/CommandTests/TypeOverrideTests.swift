import Foundation
import TestSupport
import Testing

/// `types:` in the configuration.
@Suite struct TypeOverrideTests {
    private static let shop = """
        openapi: 3.1.0
        info: {title: Shop, version: '1'}
        paths:
          /orders:
            post:
              operationId: order
              parameters:
                - {name: X-Currency, in: header, schema: {$ref: '#/components/schemas/Currency'}}
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
              responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Money'}}}}}
        components:
          schemas:
            Order:
              type: object
              required: [total]
              properties:
                total: {$ref: '#/components/schemas/Money'}
                parts: {type: array, items: {$ref: '#/components/schemas/Money'}, minItems: 1}
                currency: {$ref: '#/components/schemas/Currency', default: EUR}
                note: {oneOf: [{$ref: '#/components/schemas/Currency'}, {type: object, properties: {text: {type: string}}}]}
                url: {$ref: '#/components/schemas/Address'}
            Money:
              type: object
              required: [amount]
              properties: {amount: {type: string}, kind: {$ref: '#/components/schemas/Kind'}}
            Kind: {type: string, enum: [net, gross]}
            Currency: {type: string, pattern: '^[A-Z]{3}$'}
            Address: {type: string, format: uri}

        """

    private static let own = """
        import ApusRuntime

        public enum Shopping {
            public struct Money: JSONScalar {
                public var amount: String
                public init(json reader: inout JSONReader) throws(JSONError) {
                    let value: [String: String] = try reader.decode()
                    amount = value["amount"] ?? ""
                }
                public func write(json writer: inout JSONWriter) throws(JSONError) {
                    try writer.encode(["amount": amount])
                }
            }
        }

        public struct Currency: JSONStringConvertible {
            public var jsonString: String
            public init?(jsonString utf8: UnsafeBufferPointer<UInt8>) { jsonString = String(decoding: utf8, as: UTF8.self) }
            public static var jsonStringFormat: String { "a currency" }
        }
        """

    private func generated(types: String) async throws -> (folder: TemporaryFolder, run: ProgramRun) {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.shop)
        try folder.write(
            "apus.yaml", "input: openapi.yaml\noutput: Generated\nmodule: Shop\naccess: public\ntypes: " + types + "\n")
        return (folder, try await Tool.run("generate", "--diagnostics", "line", in: folder.url))
    }

    @Test(.enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
    func `types of one's own are used, and nothing is generated for their schemas`() async throws {
        let (folder, run) = try await generated(
            types: "{Money: Shop.Shopping.Money, Currency: Currency, Address: Foundation.URL}")
        #expect(run.status == 0, "\(run.errors)")
        let paths = try folder.snapshot(of: "Generated").keys
        // Schemas that only a replaced schema needs are not generated.
        #expect(Set(paths.filter { $0.hasPrefix("Models/") }) == ["Models/Order.swift", "Models/Aliases.swift"])
        let aliases = try folder.text(of: "Generated/Models/Aliases.swift")
        #expect(aliases.contains("public import Foundation\n"))
        #expect(aliases.contains("public typealias Address = Foundation.URL\n"))
        let order = try folder.text(of: "Generated/Models/Order.swift")
        #expect(order.contains("public var total: Shopping.Money\n"))
        #expect(order.contains("public var currency: Currency?\n"))
        var texts = ["Own.swift": Self.own]
        for path in paths where path.hasSuffix(".swift") { texts[path] = try folder.text(of: "Generated/" + path) }
        let output = try await Compiler.run(
            [
                "-typecheck", "-module-name", "Shop", "-warnings-as-errors", "-swift-version", "6", "-I",
                Compiler.modules!.path,
            ],
            on: texts)
        #expect(output == "")
    }

    @Test func `what cannot be is an error in the configuration`() async throws {
        let misspelt = try await generated(types: "{Mony: Money}").run
        #expect(misspelt.status == 2)
        #expect(
            misspelt.errors.hasPrefix("apus.yaml:5:9: error: the description has no schema `Mony` [E0506]"),
            "\(misspelt.errors)")
        let injected = try await generated(types: "{Money: 'Int; import Evil'}").run
        #expect(injected.status == 2)
        #expect(
            injected.errors.hasPrefix("apus.yaml:5:16: error: `Int; import Evil` is not the name of a Swift type"),
            "\(injected.errors)")
    }
}
