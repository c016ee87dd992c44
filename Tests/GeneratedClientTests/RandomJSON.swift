import Foundation
import TestSupport

@testable import ApusModels

/// Generates random JSON for a type from its table.
struct RandomJSON {
    private var generator: SeededGenerator
    private var depth = 0
    /// The raw values of closed enums by type name, because tables do not list them.
    private let closedEnums: [String: [JSONValue]]

    init(seed: UInt64, closedEnums: [String: [JSONValue]]) {
        generator = SeededGenerator(seed: seed)
        self.closedEnums = closedEnums
    }

    /// - Precondition: Values of the type can be generated.
    mutating func value(of type: any JSONCodable.Type) -> JSONValue {
        depth += 1
        defer { depth -= 1 }
        if let scalar = scalar(of: type) { return scalar }
        if let type = type as? any IndirectValue.Type { return value(of: type.valueType) }
        if let type = type as? any AbsenceRepresentable.Type {
            return isTrue(oneIn: isDeep ? 1 : 4) ? .null : value(of: type.wrapped)
        }
        if let type = type as? any ArrayElements.Type {
            return .array((0..<count()).map { _ in value(of: type.elementType) })
        }
        if let type = type as? any DictionaryMembers.Type {
            return .object(JSONObject((0..<count()).map { (text() + "\($0)", value(of: type.valueType)) }))
        }
        if let type = type as? any ObjectModel.Type { return .object(object(type.table)) }
        if let type = type as? any UnionModel.Type { return union(type.unionTable) }
        if let type = type as? any OpenEnum.Type { return openEnum(type) }
        guard let values = closedEnums["\(type)"] else { preconditionFailure("no values of \(type)") }
        return values[number(values.count)]
    }

    private mutating func object(_ table: ObjectTable) -> JSONObject {
        var object = JSONObject()
        for member in table.members {
            if member.mayBeAbsent, isTrue(oneIn: isDeep ? 1 : 3) { continue }
            if member.isConstant {
                object[member.name] = try? JSON.decode(from: Array(member.constant!.buffer))
            } else if member.isNullable, isTrue(oneIn: 4) {
                object[member.name] = .null
            } else {
                let field = table.fields.valueTypes[member.field]
                let type = (field as? any AbsenceRepresentable.Type)?.wrapped ?? field
                object[member.name] = value(of: type)
            }
        }
        let names = object.map(\.name).shuffled(using: &generator)
        var shuffled = JSONObject(names.map { ($0, object[$0]!) })
        if table.otherMembers == .kept, let map = table.map as? any DictionaryMembers.Type {
            for index in 0..<count() { shuffled["other \(index)"] = value(of: map.valueType) }
        }
        return shuffled
    }

    private mutating func union(_ table: UnionTable) -> JSONValue {
        // The first variants have less nesting.
        let index = number(isDeep ? 1 : table.types.count)
        var made = value(of: table.types[index])
        if case .property(let discriminator, _, _) = table.plan, case .object(var object) = made {
            // The member with the variant's constant may be missing.
            for member in (table.types[index] as! any ObjectModel.Type).table.members
            where member.isConstant && member.name == String(decoding: discriminator.name.buffer, as: UTF8.self) {
                object[member.name] = try? JSON.decode(from: Array(member.constant!.buffer))
            }
            made = .object(object)
        }
        return made
    }

    private mutating func openEnum<Value: OpenEnum>(_ type: Value.Type) -> JSONValue {
        let cases = type.allCases.map { try! JSONValue(encoding: $0.rawValue) }
        return isTrue(oneIn: 6) ? scalar(of: Value.RawValue.self)! : cases[number(cases.count)]
    }

    // MARK: Scalars

    private mutating func scalar(of type: any JSONCodable.Type) -> JSONValue? {
        switch ObjectIdentifier(type) {
        case ObjectIdentifier(String.self): return .string(text())
        case ObjectIdentifier(Bool.self): return .bool(isTrue(oneIn: 2))
        case ObjectIdentifier(Int.self):
            return .integer(isTrue(oneIn: 4) ? Int64.random(in: .min ... .max, using: &generator) : Int64(number(100)))
        case ObjectIdentifier(Double.self):
            let value = Double(bitPattern: generator.next())
            return .number(value.isFinite && isTrue(oneIn: 2) ? value : Double(number(1000)) / 8)
        case ObjectIdentifier(JSONDecimal.self): return scalar(of: isTrue(oneIn: 2) ? Int.self : Double.self)
        case ObjectIdentifier(UUID.self):
            let value = (generator.next(), generator.next())
            return .string(UUID(uuid: withUnsafeBytes(of: value) { $0.load(as: uuid_t.self) }).lowercaseText)
        case ObjectIdentifier(DateTime.self):
            return .string(DateTime(Date(timeIntervalSince1970: Double(number(4_000_000_000)) + 0.5)).description)
        case ObjectIdentifier(CalendarDate.self): return .string("2026-0\(1 + number(9))-1\(number(10))")
        case ObjectIdentifier(JSONNull.self): return .null
        case ObjectIdentifier(JSONValue.self): return anything()
        default: return nil
        }
    }

    private mutating func anything() -> JSONValue {
        switch number(isDeep ? 6 : 8) {
        case 0: .null
        case 1: .bool(isTrue(oneIn: 2))
        case 2: .integer(Int64(number(1 << 20)))
        case 3: .number(Double(number(1 << 20)) / 7)
        case 4: .decimal(JSONDecimal("0.12345678901234567890\(1 + number(8))")!)
        case 5: .string(text())
        case 6: value(of: [JSONValue].self)
        default: value(of: [String: JSONValue].self)
        }
    }

    private mutating func text() -> String {
        String((0..<number(20)).map { _ in Self.characters[number(Self.characters.count)] })
    }

    private static let characters = Array("abc XYZ 019 \"\\/\u{0}\u{1}\n\t\u{7F}é“ß日本😀\u{2028}\u{FFFF}e\u{301}")

    private var isDeep: Bool { depth > 8 }
    private mutating func count() -> Int { isDeep ? 0 : number(4) }
    private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    private mutating func isTrue(oneIn count: Int) -> Bool { number(count) == 0 }
}
