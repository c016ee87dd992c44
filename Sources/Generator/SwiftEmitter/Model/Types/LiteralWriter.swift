import ApusAPIModel
import ApusByteText

/// Writes the literals of a description as Swift expressions.
struct LiteralWriter {
    let types: SwiftTypes

    init(_ types: SwiftTypes) { self.types = types }

    /// Returns a Swift expression for a literal. Its context must determine its type.
    ///
    /// The result is `nil` if every expression could fail, such as one for a date. Then only the table has the value.
    func expression(_ literal: JSONLiteral, for use: TypeUse) -> String? {
        if case .null = literal, types.isNullable(use) { return "nil" }
        let type = types.resolved(use.type)
        switch (type, literal) {
        case (.any, _): return jsonExpression(literal)
        case (.null, .null): return nil
        case (.boolean, .bool(let value)): return value ? "true" : "false"
        case (.integer(let format), .number(let digits)): return integer(digits, format)
        case (.number(let format), .number(let digits)): return number(digits, format)
        case (.string, .string(let string)): return SwiftText.literal(string)
        case (.array(let element), .array(let literals)):
            let elements = literals.map { expression($0, for: element) }
            guard elements.allSatisfy({ $0 != nil }) else { return nil }
            return "[\(elements.map { $0! }.joined(separator: ", "))]"
        case (.map(let value), .object(let members)):
            if members.isEmpty { return "[:]" }
            guard Set(members.map(\.name)).count == members.count else { return nil }
            let entries = members.map { member in
                expression(member.value, for: value).map { "\(SwiftText.literal(member.name)): \($0)" }
            }
            guard entries.allSatisfy({ $0 != nil }) else { return nil }
            return "[\(entries.map { $0! }.joined(separator: ", "))]"
        case (.named(let id), _): return expression(literal, declaredAs: id)
        default: return nil
        }
    }

    private func expression(_ literal: JSONLiteral, declaredAs id: TypeID) -> String? {
        guard let declaration = types.declarations[id], !declaration.isExternal else { return nil }
        switch declaration.shape {
        case .enumeration(let enumeration):
            guard let item = types.cases[id]?.first(where: { $0.value == literal }) else {
                guard enumeration.isOpen, enumeration.rawType == .string, case .string(let string) = literal else {
                    return nil
                }
                return enumeration.isExtensible
                    ? SwiftText.literal(string) : ".unrecognized(\(SwiftText.literal(string)))"
            }
            return "." + item.name
        case .object(let object):
            return initializer(literal, object, types.properties[id] ?? [])
        case .union(let union):
            guard let index = union.discrimination.variant(of: literal), let variants = types.variants[id],
                variants.indices.contains(index), let value = expression(literal, for: variants[index].use)
            else { return nil }
            return ".\(variants[index].name)(\(value))"
        case .alias: return nil
        }
    }

    private func initializer(
        _ literal: JSONLiteral, _ object: ObjectShape, _ properties: [SwiftProperty]
    ) -> String? {
        guard case .object(let members) = literal else { return nil }
        let known = Set(object.properties.map(\.name) + object.membersOfOtherDirection)
        guard members.allSatisfy({ known.contains($0.name) }) else { return nil }
        var arguments: [String] = []
        for property in properties where property.form != .constant {
            let member = property.member
            guard let value = literal[member.name] else {
                if member.isRequired, member.defaultValue == nil { return nil }
                continue
            }
            if case .null = value, !member.isRequired { return nil }
            guard let argument = expression(value, for: member.type) else { return nil }
            arguments.append(
                "\(Identifier.label(property.name)): \(property.form == .presence ? ".value(\(argument))" : argument)")
        }
        return ".init(\(arguments.joined(separator: ", ")))"
    }

    private func integer(_ digits: String, _ format: IntegerFormat) -> String? {
        guard let value = wholeNumber(digits) else { return nil }
        let fits =
            switch format {
            case .unspecified, .int64: Int64(value) != nil
            case .int8: Int8(value) != nil
            case .int16: Int16(value) != nil
            case .int32: Int32(value) != nil
            case .uint8: UInt8(value) != nil
            case .uint16: UInt16(value) != nil
            case .uint32: UInt32(value) != nil
            case .uint64: UInt64(value) != nil
            }
        return fits ? value : nil
    }

    /// `100.0` is the integer 100 (JSON Schema 2020-12, section 4.2.3).
    private func wholeNumber(_ digits: String) -> String? {
        if let point = digits.firstIndex(of: "."), digits[point...].dropFirst().allSatisfy({ $0 == "0" }) {
            return String(digits[..<point])
        }
        return digits.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0.isASCIIDigit } ? digits : nil
    }

    private func number(_ digits: String, _ format: NumberFormat) -> String? {
        guard isJSONNumber(digits), let value = Double(digits), value.isFinite else { return nil }
        switch format {
        case .unspecified, .double: return digits
        case .float: return Float(digits).map(\.isFinite) == true ? digits : nil
        // Swift converts a decimal's literal through a double, which keeps integers of 15 digits. `JSONDecimal` takes
        // its literals as an `Int` or a double.
        case .exact:
            return wholeNumber(digits).flatMap { Int($0) == nil ? nil : $0 } ?? (digits.utf8.count <= 16 ? digits : nil)
        case .decimal: return wholeNumber(digits).flatMap { $0.utf8.count <= 15 ? $0 : nil }
        }
    }

    private func jsonExpression(_ literal: JSONLiteral) -> String? {
        switch literal {
        case .null: return ".null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let digits):
            guard let whole = wholeNumber(digits), Int(whole) != nil else { return number(digits, .double) }
            return whole
        case .string(let string): return SwiftText.literal(string)
        case .array(let elements):
            let texts = elements.map(jsonExpression)
            guard texts.allSatisfy({ $0 != nil }) else { return nil }
            return "[\(texts.map { $0! }.joined(separator: ", "))]"
        case .object(let members):
            if members.isEmpty { return "[:]" }
            let texts = members.map { member in
                jsonExpression(member.value).map { "\(SwiftText.literal(member.name)): \($0)" }
            }
            guard texts.allSatisfy({ $0 != nil }) else { return nil }
            return "[\(texts.map { $0! }.joined(separator: ", "))]"
        case .reference: return nil
        }
    }
}
