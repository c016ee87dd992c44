import ApusDiagnostics
import ApusDiff
import ApusSwiftEmitter
import TestSupport
import Testing

/// The compiler's verdict on a caller of the old code, beside that of the comparison.
@Suite(.enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct SourceVerdictTests {
    /// Code that uses all of what is generated for the description.
    private static let caller = """
        func use(_ client: PetsClient, owner: String, color: String?, weight: Double?) async throws -> [Pet] {
            let new = NewPet(name: "Tom", size: .small, color: color, weight: weight, remark: nil)
            let read: (String, Size, String?, Double?, String?) = (new.name, new.size, new.color, new.weight, new.remark)
            print(read, NewPet(name: "Tom", size: .large))
            let pet = try await client.createPet(owner: owner, new)
            let id: String = pet.id
            if let name = pet.name { print(name) }
            let food: Food? = pet.food
            print(id, food as Any)
            let response = try await client.listPetsWithResponse()
            print(try response.headers(as: PetsHeaders.self).next ?? "")
            return try await client.listPets() + client.listPets(limit: 3, kind: "cat")
        }

        func makeClient() -> PetsClient { PetsClient() }

        func word(_ size: Size) -> String {
            switch size {
            case .small: "small"
            case .large: "large"
            }
        }

        func word(_ status: Status) -> String {
            switch status {
            case .alive: "alive"
            case .lost: "lost"
            case .unrecognized(let text): text
            }
        }

        func word(_ food: Food) -> String {
            switch food {
            case .fish: "fish"
            case .bone: "bone"
            case .milk: "milk"
            case .unrecognized: "?"
            }
        }

        func word(_ error: CreatePetError) -> String {
            switch error {
            case .notFound: "no owner"
            case .invalidRequest, .undocumented, .transport, .decoding, .validation, .cancelled: "other"
            }
        }

        """

    @Test func `the caller compiles with the code that it was written for`() async throws {
        #expect(try await Self.compile(pets) == "")
    }

    @Test(arguments: edits)
    func `the compiler says the same`(_ edit: Edit) async throws {
        let output = try await Self.compile(pets.replacing(edit.old, with: edit.new))
        let breaks = try edit.changes().contains { $0.verdict(for: .source) == .breaking }
        #expect(output.contains("error:") == breaks, "\(output)")
    }

    private static func compile(_ yaml: String) async throws -> String {
        var diagnostics = Diagnostics()
        let options = EmitterOptions(moduleName: "Pets", defaultTransport: DefaultTransport("ApusURLSession"))
        let files = emit(try lowered(yaml), options: options, into: &diagnostics)
        try #require(!diagnostics.hasErrors, "\(diagnostics.lines)")
        var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.contents) })
        texts["Caller.swift"] = caller
        return try await Compiler.run(
            ["-typecheck", "-module-name", "Pets", "-swift-version", "6", "-I", Compiler.modules!.path], on: texts)
    }
}
