import ApusAPIModel
import ApusDiagnostics
import Testing

@testable import ApusSwiftEmitter

/// The names of the request forms of types.
@Suite struct RequestFormTests {
    @Test func namedAfterWhatIsReceived() {
        let swiftTypes = swiftTypes([form("Pet"), request("Pet"), form("Pet.owner"), request("Pet.owner")])
        #expect(swiftTypes.typeName(TypeID("Pet@request")) == "PetRequest")
        #expect(swiftTypes.typeName(TypeID("Pet.owner@request")) == "PetOwnerRequest")
    }

    @Test func aSchemaKeepsItsName() {
        let swiftTypes = swiftTypes([
            form("Pet"), request("Pet"), .object("pet_request", nil, []), .object("PetRequest", nil, []),
        ])
        #expect(swiftTypes.typeName(TypeID("PetRequest")) == "PetRequest")
        #expect(swiftTypes.typeName(TypeID("pet_request")) == "PetRequestModel")
        #expect(swiftTypes.typeName(TypeID("Pet@request")) == "PetRequestModel2")
    }

    @Test func overridden() {
        let types = [form("Pet"), request("Pet"), form("Toy"), request("Toy", explicitName: "SentToy")]
        let swiftTypes = swiftTypes(types, names: ["Pet": "Animal", "Toy@request": "NewToy", "Pet/name": "title"])
        #expect(swiftTypes.typeName(TypeID("Pet@request")) == "AnimalRequest")
        #expect(swiftTypes.typeName(TypeID("Toy@request")) == "NewToy")
        #expect(swiftTypes.properties[TypeID("Pet@request")]?.map(\.name) == ["title"])
        #expect(self.swiftTypes(types).typeName(TypeID("Toy@request")) == "SentToy")
    }

    /// A required member may have the name of the parameter for the received value.
    @Test func conversion() {
        var type = request("Pet")
        type.shape = .object(
            ObjectShape(properties: [
                Property(name: "received", isWriteOnly: true, isRequired: true, type: .string, origin: here),
                Property(name: "in", isWriteOnly: true, isRequired: true, type: .integer, origin: here),
                Property(name: "note", isWriteOnly: true, isRequired: false, type: .string, origin: here),
            ]))
        let swiftTypes = swiftTypes([form("Pet"), type])
        let conversion = SwiftDeclaration(type, swiftTypes)?.conversion.map { ConversionView($0, access: "public") }
        #expect(conversion?.parameters == "_ received_: Pet, received: String, `in`: Int")
        #expect(conversion?.arguments == #"of: received_, adding: ["received": received, "in": `in`]"#)
    }

    private func form(_ name: String) -> TypeDeclaration {
        var type = TypeDeclaration.object(
            name, direction: .response, [Property(name: "name", isRequired: true, type: .string, origin: here)])
        type.otherForm = TypeID(name + "@request")
        return type
    }

    private func request(_ name: String, explicitName: String? = nil) -> TypeDeclaration {
        var type = form(name)
        type.id = TypeID(name + "@request")
        type.direction = .request
        type.otherForm = TypeID(name)
        type.explicitName = explicitName
        return type
    }

    private func swiftTypes(_ types: [TypeDeclaration], names: [String: String] = [:]) -> SwiftTypes {
        var diagnostics = Diagnostics()
        let api = API(title: "Pets", version: "1", types: types)
        let swiftTypes = SwiftTypes(
            api, options: EmitterOptions(moduleName: "Pets", nameOverrides: names), into: &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return swiftTypes
    }
}
