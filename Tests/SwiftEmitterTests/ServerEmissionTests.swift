import ApusAPIModel
import ApusDiagnostics
import ApusSwiftEmitter
import Foundation
import TestSupport
import Testing

/// The code of servers.
@Suite struct ServerEmissionTests {
    private let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Goldens/Servers")

    @Test func readableLayout() throws {
        let apis: [(name: String, api: API)] = [("Example", exampleAPI), ("MediaTypes", mediaTypeAPI)]
        for (name, api) in apis {
            let (files, notes) = server(api)
            let own = files.filter { $0.name.contains("Server") || $0.name.hasPrefix("Operations/") }
            for file in own {
                try expect(file.contents, matches: goldens.appendingPathComponent("\(name)/\(file.name)"))
            }
            try expect(notes, matches: goldens.appendingPathComponent("\(name)/diagnostics.txt"))
        }
    }

    /// What a server cannot check or answer has a warning with a place.
    @Test func warnings() {
        let here = Origin(place: Place(file: "a.yaml", line: 3, column: 5, offset: 0, length: 1), pointer: "")
        let done = Response(status: .code(204), contents: [], origin: here)
        let failed = Response(status: .code(500), contents: [], origin: here)
        func operation(_ id: String, _ path: String, _ responses: [Response]) -> ApusAPIModel.Operation {
            Operation(
                id: id, method: "GET", path: path, responses: responses,
                security: [[SecurityRequirement(scheme: "cert")]], origin: here)
        }
        let api = API(
            title: "A", version: "1",
            operations: [
                operation("one", "/a/{x}", [done]), operation("two", "/a/{y}#z", [done]),
                operation("three", "/b", [failed]),
            ],
            securitySchemes: [SecurityScheme(name: "cert", kind: .mutualTLS, origin: here)])
        var diagnostics = Diagnostics()
        _ = emit(api, options: EmitterOptions(moduleName: "A", parts: [.models, .server]), into: &diagnostics)
        #expect(
            diagnostics.all.map { "\($0.place?.line ?? 0): \($0.code.id) \($0.message)" } == [
                "3: E0421 a server does not check the security scheme `cert`, because certificates belong to the connection",
                "3: E0422 `three` has no response that is a success",
                "3: E0423 no request reaches `two`, because `one` has the same method and path",
            ])
    }

    /// A type of the description does not take the name of what only servers use.
    @Test func namesOfTheServersRuntimeAreReserved() throws {
        let api = API(
            title: "A", version: "1", types: [.object("ServerRequest", nil, [.required("value", .string)])],
            operations: exampleAPI.operations.filter { $0.requestBody == nil && $0.parameters.isEmpty }.prefix(1) + [])
        let names = server(api).files.map(\.name)
        #expect(names.contains("Models/ServerRequestModel.swift"))
        #expect(emitted(api).contains { $0.name == "Models/ServerRequest.swift" })
    }

    @Test(
        .enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"),
        arguments: CompilationTests.modes)
    func compilesWithoutWarnings(_ mode: [String]) async throws {
        let all: Set<EmitterOptions.Part> = [.models, .client, .server, .validation]
        let cases: [(api: API, options: EmitterOptions)] = [
            (mediaTypeAPI, EmitterOptions(moduleName: "Example", parts: [.models, .server])),
            (
                exampleAPI,
                EmitterOptions(moduleName: "Example", access: .internal, layout: .shards(3), parts: all)
            ),
        ]
        for (api, options) in cases {
            var diagnostics = Diagnostics()
            let output = try await typeCheck(emit(api, options: options, into: &diagnostics), mode)
            #expect(output == "", "\(options.access)")
        }
    }

    private func server(_ api: API) -> (files: [GeneratedFile], notes: String) {
        var diagnostics = Diagnostics()
        let options = EmitterOptions(moduleName: "Example", parts: [.models, .server, .validation])
        let files = emit(api, options: options, into: &diagnostics)
        return (files, diagnostics.all.map { "\($0.code.id) \($0.message)\n" }.joined())
    }
}
