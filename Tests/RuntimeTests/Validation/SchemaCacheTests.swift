import Testing

@testable import ApusModels

private enum Dogs {
    struct Pet: ObjectModel {
        var name: String

        static let table = ObjectTable(
            of: Self.self, "name", [String.self], constraints: #"{"properties":{"name":{"maxLength":3}}}"#)
    }
}

private enum Cats {
    struct Pet: ObjectModel {
        var name: String

        static let table = ObjectTable(
            of: Self.self, "name", [String.self], constraints: #"{"properties":{"name":{"minLength":5}}}"#)
    }
}

/// Constraints at a point of use, which are compiled once.
struct SchemaCacheTests {
    private static let constraints: StaticString = ##"{"$ref":"#/Pet"}"##

    private func violations(of name: JSONValue, _ model: any JSONCodable.Type) -> [String] {
        JSONValue.object(["name": name])
            .violations(by: Self.constraints, references: [model], name: "body", pointer: "/x")
            .map { "\($0.pointer) \($0.schemaPointer)" }
    }

    /// Two APIs in one module may have models of the same name, and then their texts have the same address.
    @Test func modelsOfTheSameName() {
        for _ in 0..<2 {
            #expect(violations(of: "Waldi", Dogs.Pet.self) == ["/x/name #/Pet/properties/name/maxLength"])
            #expect(violations(of: "Waldi", Cats.Pet.self) == [])
            #expect(violations(of: "Tom", Cats.Pet.self) == ["/x/name #/Pet/properties/name/minLength"])
        }
    }

    @Test func otherNames() {
        let length: StaticString = #"{"maxLength":2}"#
        for name in ["a", "b", "a"] {
            let violations = "abc".violations(by: length, references: [], name: name, pointer: "")
            #expect(violations.map(\.schemaPointer) == ["#/\(name)/maxLength"])
        }
    }

    /// The error is the same each time, and ends nothing.
    @Test func unreadableConstraints() {
        for _ in 0..<2 {
            #expect("abc".violations(by: "{", references: [], name: "a", pointer: "").count == 1)
        }
    }
}
