import ApusAPIModel

/// The Swift types of generated code, as far as a change of them breaks source. See `GeneratedCode.md`.
extension Side {
    /// Returns the Swift type without the optional for `null`.
    func swiftType(_ type: Type) -> String {
        switch type {
        case .boolean: return "Bool"
        case .integer(let format): return Self.swiftType(format)
        case .number(.float): return "Float"
        case .number(.decimal): return "Decimal"
        case .number(.exact): return "JSONDecimal"
        case .number: return "Double"
        case .string: return "String"
        case .base64: return "Base64Data"
        case .file: return "MultipartFile"
        case .dateTime: return "DateTime"
        case .date: return "CalendarDate"
        case .uuid: return "UUID"
        case .url: return "URL"
        case .array(let element): return "[\(swiftType(element))]"
        case .map(let value): return "[String: \(swiftType(value))]"
        case .tuple(let elements): return "(\(elements.map(swiftType).joined(separator: ", ")))"
        case .any: return "JSONValue"
        case .null: return "JSONNull"
        case .never: return "JSONNever"
        case .named(let id):
            guard let declaration = types[id] else { return id.name }
            if declaration.isExternal { return id.name }
            if case .alias = declaration.shape {
                let target = resolved(TypeUse(type, origin: declaration.origin))
                if case .named(let end) = target.type, types[end].map(Self.isAlias) ?? false { return id.name }
                return swiftType(target.type)
            }
            return declaration.explicitName ?? id.name
        }
    }

    /// Returns the Swift type, which is optional for a nullable use.
    func swiftType(_ use: TypeUse) -> String {
        swiftType(use.type) + (resolved(use).isNullable ? "?" : "")
    }

    private static func isAlias(_ declaration: TypeDeclaration) -> Bool {
        if case .alias = declaration.shape { return true }
        return false
    }

    private static func swiftType(_ format: IntegerFormat) -> String {
        switch format {
        case .unspecified: "Int"
        case .int8: "Int8"
        case .int16: "Int16"
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint8: "UInt8"
        case .uint16: "UInt16"
        case .uint32: "UInt32"
        case .uint64: "UInt64"
        }
    }

    /// Returns the Swift type of a stored or computed property, which depends on presence too.
    func swiftType(of property: Property, in declaration: TypeDeclaration) -> String {
        let type = swiftType(property.type.type)
        let isNullable = resolved(property.type).isNullable
        if property.constant != nil { return "constant " + type }
        if property.isRequired { return isNullable ? type + "?" : type }
        let isOnlyReceived = declaration.direction == .response
        return isNullable && (!isOnlyReceived || property.defaultValue != nil) ? "Presence<\(type)>" : type + "?"
    }
}
