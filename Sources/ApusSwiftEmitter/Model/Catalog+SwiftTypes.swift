import ApusAPIModel

extension Catalog {
    /// The Swift type of a use, such as `[String: UUID?]`.
    func swiftType(_ use: TypeUse) -> SwiftType {
        let type = swiftType(use.type)
        return isNullable(use) ? .optional(type) : type
    }

    /// The Swift type of values other than `null`.
    func swiftType(_ type: Type) -> SwiftType {
        switch type {
        case .boolean: .named("Bool")
        case .integer(let format): .named(format.swiftName)
        case .number(let format): .named(format.swiftName)
        case .string: .string
        case .base64: .named("Base64Data")
        case .file: .named("MultipartFile")
        case .dateTime: .named("DateTime")
        case .date: .named("CalendarDate")
        case .uuid: .named("UUID")
        case .url: .named("URL")
        case .array(let element): .array(swiftType(element))
        case .map(let value): .dictionary(swiftType(value))
        case .tuple(let elements): names.tuples[elements].map { .named($0) } ?? .array(.jsonValue)
        case .named(let id): .named(typeName(id))
        case .any: .jsonValue
        case .null: .named("JSONNull")
        case .never: .named("JSONNever")
        }
    }
}

extension IntegerFormat {
    fileprivate var swiftName: String {
        switch self {
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
}

extension NumberFormat {
    fileprivate var swiftName: String {
        switch self {
        case .unspecified, .double: "Double"
        case .float: "Float"
        case .decimal: "Decimal"
        case .exact: "JSONDecimal"
        }
    }
}
