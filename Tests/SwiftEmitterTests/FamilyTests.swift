import ApusAPIModel
import ApusDiagnostics
import ApusSwiftEmitter
import Testing

/// The types that share a file in the readable layout.
@Suite struct FamilyTests {
    private let api = API(
        title: "Toys", version: "1",
        types: [
            .enumeration("Color", [.string("red")]),
            .object("Toy", nil, [.required("color", .named("Color")), .required("maker", .named("Maker"))]),
            .object("Pet", nil, [.required("toys", .array(.named("Toy"))), .required("kind", .named("Pet.kind"))]),
            .enumeration("Pet.kind", [.string("cat")]),
            .object("Maker", nil, [.required("name", .string)]),
            .object("Owner", nil, [.required("maker", .named("Maker"))]),
            .enumeration("Size", (0..<13).map { .string("size \($0)") }),
            .object("Box", nil, [.required("size", .named("Size"))]),
            .object("Left", nil, [.required("right", .named("Right"))]),
            .object("Right", nil, [.required("left", .array(.named("Left")))]),
            .object("addPet.body", nil, [.required("pet", .named("Pet"))]),
        ],
        operations: [
            Operation(
                id: "addPet", method: "POST", path: "/pets",
                requestBody: RequestBody(
                    isRequired: true,
                    contents: [
                        Content(mediaType: "application/json", coding: .json(.named("addPet.body")), origin: here)
                    ],
                    origin: here),
                responses: [Response(status: .code(204), contents: [], origin: here)], origin: here)
        ])

    private func types(in name: String, of files: [GeneratedFile]) -> [String] {
        let file = files.first { $0.name == name }
        return (file?.contents ?? "").matches(of: /(?:struct|enum|extension) (\w+)/).map { String($0.1) }
    }

    @Test func smallTypesStandBesideTheOnlyOneThatNamesThem() {
        let files = emitted(api)
        #expect(types(in: "Models/Pet.swift", of: files) == ["Pet", "Color", "Toy", "PetKind"])
        // `Maker` is used by several types, `Size` is too large, and `Left` and `Right` only refer to each other.
        for name in ["Maker", "Size", "Left", "Right"] {
            #expect(types(in: "Models/\(name).swift", of: files) == [name])
        }
    }

    @Test func typesOfAnotherFileShareAFileThatIsNamedAfterIt() {
        var api = api
        api.file = "api/openapi.yaml"
        let place = Place(file: "api/schemas/toy-box.v2.yaml", line: 1, column: 1, offset: 0, length: 1)
        let own = Place(file: "api/openapi.yaml", line: 1, column: 1, offset: 0, length: 1)
        for index in api.types.indices {
            let isElsewhere = ["Toy", "Box", "Maker"].contains(api.types[index].id.name)
            api.types[index].origin = Origin(place: isElsewhere ? place : own, pointer: "/x")
        }
        let files = emitted(api)
        #expect(types(in: "Models/ToyBox.swift", of: files) == ["Toy", "Maker", "Box"])
        #expect(types(in: "Models/Pet.swift", of: files) == ["Pet", "Color", "PetKind"])
    }

    @Test func whatAnOperationDescribesStandsBesideIt() {
        let operation = types(in: "Operations/AddPet.swift", of: emitted(api))
        #expect(operation == ["ExampleClient", "AddPetError", "AddPetBody"])
        let models = emitted(api, EmitterOptions(moduleName: "Example", parts: [.models]))
        #expect(types(in: "Models/AddPetBody.swift", of: models) == ["AddPetBody"])
    }

    private func operation(_ id: String, tag: String?) -> ApusAPIModel.Operation {
        Operation(
            id: id, method: "POST", path: "/\(id)", tags: tag.map { [$0] } ?? [],
            responses: [Response(status: .code(204), contents: [], origin: here)], origin: here)
    }

    @Test func operationsOfATagShareAFile() {
        let api = API(
            title: "Toys", version: "1", types: [],
            operations: [
                operation("addPet", tag: "pet shop"), operation("ping", tag: nil),
                operation("sellPet", tag: "pet-shop"),
            ])
        let files = emitted(api)
        #expect(
            types(in: "Operations/ExampleClient+PetShop.swift", of: files)
                == ["ExampleClient", "AddPetError", "ExampleClient", "SellPetError"])
        #expect(types(in: "Operations/Ping.swift", of: files) == ["ExampleClient", "PingError"])
    }

    @Test func theClientHasAFileOfItsName() {
        let api = API(
            title: "Toys", version: "1", types: [.object("Client", nil, [])],
            operations: [operation("client", tag: nil)])
        let files = emitted(api)
        #expect(types(in: "ExampleClient.swift", of: files) == ["ExampleClient"])
        #expect(types(in: "Models/Client.swift", of: files) == ["Client"])
        #expect(types(in: "Operations/ClientOperation.swift", of: files) == ["ExampleClient", "ClientError"])
        #expect(files.count == 3)
    }

    @Test func anOperationWhoseTagHasNoWordsHasAFileOfItsOwn() {
        let api = API(title: "Toys", version: "1", types: [], operations: [operation("ping", tag: "")])
        #expect(types(in: "Operations/Ping.swift", of: emitted(api)) == ["ExampleClient", "PingError"])
    }

    /// An acronym at the start of an operation's name is written the same way in all types named after the operation.
    @Test func typesOfAnOperationBeginAlike() {
        var list = operation("scim-list-users", tag: nil)
        list.requestBody = RequestBody(
            isRequired: true,
            contents: [
                Content(mediaType: "application/json", coding: .json(.named("scim-list-users.body")), origin: here)
            ],
            origin: here)
        let api = API(
            title: "Toys", version: "1", types: [.object("scim-list-users.body", nil, [.required("name", .string)])],
            operations: [list])
        #expect(
            types(in: "Operations/SCIMListUsers.swift", of: emitted(api))
                == ["ExampleClient", "SCIMListUsersError", "SCIMListUsersBody"])
    }

    @Test func operationsOfALargeTagHaveFilesOfTheirOwn() {
        let operations = (1...41).map { operation("call\($0)", tag: "all") }
        let files = emitted(API(title: "Toys", version: "1", types: [], operations: operations))
        #expect(types(in: "Operations/Call7.swift", of: files) == ["ExampleClient", "Call7Error"])
        #expect(files.count == 42)
    }
}
