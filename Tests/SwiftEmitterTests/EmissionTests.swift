import ApusAPIModel
import ApusDiagnostics
import ApusSwiftEmitter
import Foundation
import TestSupport
import Testing

private let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens")

func emitted(
    _ api: API, _ options: EmitterOptions = EmitterOptions(moduleName: "Example"),
    sourceLocation: SourceLocation = #_sourceLocation
) -> [GeneratedFile] {
    var diagnostics = Diagnostics()
    let files = emit(api, options: options, into: &diagnostics)
    #expect(diagnostics.all.map(\.message) == [], sourceLocation: sourceLocation)
    return files
}

@Suite struct EmissionTests {
    @Test func readableLayout() throws {
        for file in emitted(exampleAPI) {
            try expect(file.contents, matches: goldens.appendingPathComponent("Example/\(file.name)"))
        }
    }

    @Test func pagesWithoutAListAreAnError() throws {
        var api = exampleAPI
        let index = try #require(api.operations.firstIndex { $0.pagination != nil })
        api.operations[index].pagination?.items = ["next_token"]
        var diagnostics = Diagnostics()
        _ = emit(api, options: EmitterOptions(moduleName: "Example"), into: &diagnostics)
        #expect(
            diagnostics.all.map(\.message) == [
                "`x-apus-pagination` needs a response whose only success has a list of items at `items`"
            ])
    }

    @Test func mediaTypes() throws {
        let files = emitted(mediaTypeAPI).filter { !$0.name.hasPrefix("Models/") || $0.contents.contains("PartModel") }
        for file in files {
            try expect(file.contents, matches: goldens.appendingPathComponent("MediaTypes/\(file.name)"))
        }
    }

    @Test func shardsHaveFixedNames() {
        let options = EmitterOptions(moduleName: "Example", access: .internal, layout: .shards(4))
        let files = emitted(exampleAPI, options)
        #expect(
            files.map(\.name) == [
                "Models00.swift", "Models01.swift", "Models02.swift", "Models03.swift", "Client.swift",
            ])
        let nothing = emitted(API(title: "Nothing", version: "1"), options)
        #expect(nothing.map(\.name) == files.map(\.name))
        #expect(Set(nothing.map(\.contents)).count == 1)
        #expect(nothing[0].contents.split(separator: "\n").count == 1)
    }

    @Test func aChangedTypeChangesOneShard() {
        let options = EmitterOptions(moduleName: "Example", layout: .shards(8))
        var changed = exampleAPI
        let index = changed.types.firstIndex { $0.id.name == "SortClause" }!
        changed.types[index].documentation = "How to sort."
        let before = emitted(exampleAPI, options)
        let after = emitted(changed, options)
        #expect(zip(before, after).count { $0 != $1 } == 1)
    }

    @Test func aCallWithManyArgumentsTakesSeveralLines() throws {
        let operation = Operation(
            id: "listFactors", method: "GET", path: "/factors",
            parameters: (1...9).map { number in
                Parameter(
                    name: "factor_identity_\(number)", location: .query, style: .form, explode: true, isRequired: false,
                    type: .string, origin: here)
            },
            responses: [Response(status: .code(200), contents: [], origin: here)], origin: here)
        let files = emitted(API(title: "Factors", version: "1", operations: [operation]))
        let file = try #require(files.first { $0.name == "Operations/ListFactors.swift" })
        #expect(
            file.contents.contains("try await listFactorsWithResponse(\n            factorIdentity1: factorIdentity1, ")
        )
        #expect(file.contents.split(separator: "\n").allSatisfy { $0.utf8.count <= 120 })
    }

    @Test(arguments: [
        ("Response", false), ("OK", false), ("ok.", false), ("The pets.", true), ("Lists pets.", false),
        ("All of them.", false),
    ])
    func whatIsReturnedIsNotSaidTwice(_ text: String, _ isSaid: Bool) throws {
        let content = Content(mediaType: "application/json", coding: .json(.string), origin: here)
        let operation = Operation(
            id: "list", method: "GET", path: "/pets", summary: "Lists pets.", documentation: "All of them.",
            responses: [Response(status: .code(200), documentation: text, contents: [content], origin: here)],
            origin: here)
        let files = emitted(API(title: "Pets", version: "1", operations: [operation]))
        let file = try #require(files.first { $0.name == "Operations/List.swift" })
        #expect(file.contents.contains("/// - Returns: \(text)\n") == isSaid)
        #expect(file.contents.contains("- Returns:") == isSaid)
    }

    @Test func emissionIsDeterministic() { #expect(emitted(exampleAPI) == emitted(exampleAPI)) }

    /// What a server imports exports the runtime. A client beside it needs its own module.
    @Test func filesOfAServerImportItsModule() {
        let alone = imports(exampleAPI, [.models, .server])
        #expect(alone["AServer.swift"] == nil)
        #expect(alone["ExampleServer.swift"] == "import ApusServer")
        #expect(alone["Operations/CreateSession.swift"] == "import ApusServer")
        #expect(alone["Models/Session.swift"] == "import ApusModels")
        let both = imports(exampleAPI, [.models, .client, .server])
        #expect(both["Operations/CreateSession.swift"] == "import ApusRuntimeimport ApusServer")
    }

    private func imports(_ api: API, _ parts: Set<EmitterOptions.Part>) -> [String: String] {
        let files = emitted(api, EmitterOptions(moduleName: "Example", access: .internal, parts: parts))
        return files.reduce(into: [:]) { imports, file in
            imports[file.name] = file.contents.split(separator: "\n").filter { $0.hasPrefix("import ") }.joined()
        }
    }

    @Test func onlyFilesThatNeedHTTPImportItWithoutAClient() {
        let api = API(
            title: "Uploads", version: "1",
            types: [
                .object("Plain", nil, [.required("value", .string)]),
                .object("Upload", nil, [.required("value", .of(.file))]),
                .object("Uploads", nil, [.optional("values", .array(.of(.file)))]),
                .object("Holder", nil, [.required("upload", .named("Upload"))]),
                .object("Owner", nil, [.required("upload", .named("Upload"))]), .alias("Count", .integer),
            ])
        let expected = [
            "Models/Plain.swift": "import ApusModels", "Models/Upload.swift": "import ApusRuntime",
            "Models/Uploads.swift": "import ApusRuntime", "Models/Holder.swift": "import ApusModels",
            "Models/Owner.swift": "import ApusModels", "Models/Aliases.swift": "",
        ]
        #expect(imports(api, [.models, .validation]) == expected)
        #expect(imports(api, [.models, .client]) == expected.mapValues { $0 == "" ? "" : "import ApusRuntime" })
    }

    @Test func validationCanBeLeftOut() {
        let options = EmitterOptions(moduleName: "Example", parts: [.models, .client])
        #expect(!emitted(exampleAPI, options).contains { $0.contents.contains("constraints:") })
    }
}
