import ApusAPIModel

extension Catalog {
    /// The Swift type of a use, such as `[String: UUID?]`.
    func swiftType(_ use: TypeUse) -> String {
        let type = swiftType(use.type)
        return isNullable(use) ? optional(type) : type
    }

    /// The Swift type of a use in a place that says in another way whether it is there: without its own `?`.
    func swiftType(_ type: Type) -> String {
        switch type {
        case .boolean: "Bool"
        case .integer(let format): swiftType(format)
        case .number(let format): swiftType(format)
        case .string: "String"
        case .base64: "Base64Data"
        case .file: "MultipartFile"
        case .dateTime: "DateTime"
        case .date: "CalendarDate"
        case .uuid: "UUID"
        case .url: "URL"
        case .array(let element): "[\(swiftType(element))]"
        case .map(let value): "[String: \(swiftType(value))]"
        case .tuple(let elements): names.tuples[elements] ?? "[JSONValue]"
        case .named(let id): typeName(id)
        case .any: "JSONValue"
        case .null: "JSONNull"
        case .never: "JSONNever"
        }
    }

    private func swiftType(_ format: IntegerFormat) -> String {
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

    private func swiftType(_ format: NumberFormat) -> String {
        switch format {
        case .unspecified, .double: "Double"
        case .float: "Float"
        case .decimal: "Decimal"
        case .exact: "JSONDecimal"
        }
    }
}

func optional(_ type: String) -> String { type + "?" }
