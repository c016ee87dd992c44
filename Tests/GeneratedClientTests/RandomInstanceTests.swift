import Foundation
import Galileo
import Galtea
import HoneyHive
import TestSupport
import Testing

@testable import ApusModels

/// Random values of every generated type.
@Suite struct RandomInstanceTests {
    static let roots: [any JSONCodable.Type] = [
        Galileo.CreateSessionRequest.self, Galileo.Session.self, QuerySessionsRequest.self, QuerySessionsResponse.self,
        HTTPValidationError.self, Galileo.ErrorBody.self, Galtea.CreateSessionRequest.self, Galtea.Session.self,
        Galtea.ErrorBody.self,
        HoneyHive.CreateSessionRequest.self, HoneyHive.Session.self, CreateEventBatchRequest.self,
        CreateEventBatchResponse.self, HoneyHive.ErrorBody.self,
    ]

    /// The types in the roots' tables, including scalars and containers.
    static let types: [any JSONCodable.Type] = {
        var found: [ObjectIdentifier: any JSONCodable.Type] = [:]
        func visit(_ type: any JSONCodable.Type) {
            guard found.updateValue(type, forKey: ObjectIdentifier(type)) == nil else { return }
            if let type = type as? any IndirectValue.Type { visit(type.valueType) }
            if let type = type as? any AbsenceRepresentable.Type { visit(type.wrapped) }
            if let type = type as? any ArrayElements.Type { visit(type.elementType) }
            if let type = type as? any DictionaryMembers.Type { visit(type.valueType) }
            if let type = type as? any UnionModel.Type { type.unionTable.types.forEach(visit) }
            if let table = (type as? any ObjectModel.Type)?.table {
                table.fields.valueTypes.forEach(visit)
            }
        }
        roots.forEach(visit)
        return found.values.sorted { String(reflecting: $0) < String(reflecting: $1) }
    }()

    private static let generated = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Generated")

    /// The generated declarations as `Module.Name`, with the raw values of closed enums.
    private static let declarations: [String: [JSONValue]] = {
        var declarations: [String: [JSONValue]] = [:]
        for module in ["Galileo", "Galtea", "HoneyHive"] {
            let folder = generated.appending(path: "\(module)/Models")
            for file in try! FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
                let text = try! String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /nonisolated (?:struct|enum) (\w+): (String, ClosedEnum)?/) {
                    let rest = text[match.range.upperBound...]
                    let body = rest[..<rest.firstRange(of: "\n}")!.lowerBound]
                    let cases = match.2 == nil ? [] : body.matches(of: /case `?(\w+)`?(?: = "([^"]*)")?/)
                    declarations["\(module).\(match.1)"] = cases.map { .string(String($0.2 ?? $0.1)) }
                }
            }
        }
        return declarations
    }()

    @Test func everyGeneratedTypeIsReached() {
        let reached = Set(Self.types.map { String(reflecting: $0) })
        #expect(Set(Self.declarations.keys).subtracting(reached) == [])
        #expect(Self.declarations.count > 80)
    }

    /// Decoding and encoding are inverse, both for values and for their JSON.
    @Test(arguments: types)
    func codingIsAnIdentity(_ type: any JSONCodable.Type) throws {
        func check<Value: JSONCodable>(_ type: Value.Type) throws {
            let closedEnums = Dictionary(
                Self.declarations.map { (String($0.key.split(separator: ".")[1]), $0.value) }
            ) { $0 + $1 }
            var random = RandomJSON(seed: 7, closedEnums: closedEnums)
            for _ in 0..<40 {
                let json = random.value(of: type)
                let text = try JSON.encode(json)
                let value = try JSON.decode(Value.self, from: text)
                let encoded = try JSON.encode(value)
                #expect(
                    try JSON.decode(JSONValue.self, from: encoded) == json, "\(String(decoding: text, as: UTF8.self))")
                let again = try JSON.decode(Value.self, from: encoded)
                #expect(again == value)
                #expect(again.hashValue == value.hashValue)
                #expect(try JSON.encode(again) == encoded)
            }
        }
        try check(type)
    }

    /// Truncated or changed text is rejected or decodes as another value, without any other effect.
    @Test(arguments: types)
    func damagedTextsAreHarmless(_ type: any JSONCodable.Type) throws {
        func check<Value: JSONCodable>(_ type: Value.Type) throws {
            let closedEnums = Dictionary(
                Self.declarations.map { (String($0.key.split(separator: ".")[1]), $0.value) }
            ) { $0 + $1 }
            var random = RandomJSON(seed: 11, closedEnums: closedEnums)
            var generator = SeededGenerator(seed: 13)
            for _ in 0..<20 {
                let text = try JSON.encode(random.value(of: type))
                for _ in 0..<20 {
                    var damaged = text
                    let index = Int.random(in: damaged.indices, using: &generator)
                    switch Int.random(in: 0..<3, using: &generator) {
                    case 0: damaged.removeSubrange(index...)
                    case 1: damaged[index] = UInt8.random(in: 0...255, using: &generator)
                    default: damaged.swapAt(index, Int.random(in: damaged.indices, using: &generator))
                    }
                    guard let value = try? JSON.decode(Value.self, from: damaged) else { continue }
                    #expect(try JSON.decode(Value.self, from: JSON.encode(value)) == value)
                }
            }
        }
        try check(type)
    }
}
