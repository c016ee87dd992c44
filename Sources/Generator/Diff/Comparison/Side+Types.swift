import ApusAPIModel

extension Side {
    func union(of use: TypeUse) -> UnionShape? {
        if case .union(let union)? = shape(of: use) { return union }
        return nil
    }

    func allowsNull(_ use: TypeUse) -> Bool { use.isNullable || kinds(of: use).contains(.null) }

    func isAlias(_ declaration: TypeDeclaration) -> Bool {
        if case .alias = declaration.shape { return true }
        return false
    }

    /// Whether two declared types are both objects, both enums of one type, or both unions.
    func isComparable(_ id: TypeID, _ other: Side, _ otherID: TypeID) -> Bool {
        switch (types[id]?.shape, other.types[otherID]?.shape) {
        case (.object?, .object?), (.union?, .union?): true
        case (.enumeration(let a)?, .enumeration(let b)?): a.rawType == b.rawType
        default: false
        }
    }

    /// Returns the part of a type that decides which of two types of one kind of JSON has more values.
    func form(of use: TypeUse) -> ValueForm {
        switch use.type {
        case .boolean, .null, .never: return .any
        case .any: return .any
        case .integer(let format): return .integers(format)
        case .number(let format): return .numbers(format)
        case .string(let format): return format.map { .text($0) } ?? .any
        case .base64: return .text("byte")
        case .file: return .text("binary")
        case .dateTime: return .text("date-time")
        case .date: return .text("date")
        case .uuid: return .text("uuid")
        case .url: return .text("uri")
        case .array(let element): return element.type == .any ? .any : .text("array")
        case .map(let value): return value.type == .any ? .any : .text("map")
        case .tuple: return .text("tuple")
        case .named(let id):
            switch types[id]?.shape {
            case .enumeration(let enumeration) where enumeration.isExtensible: return .any
            default: return .text(types[id]?.isExternal != true ? "named" : id.name)
            }
        }
    }

    /// Returns the type in the words of OpenAPI.
    func words(for use: TypeUse) -> String {
        switch use.type {
        case .boolean: return "`boolean`"
        case .integer(.unspecified): return "`integer`"
        case .integer(let format): return "`integer` (\(format.rawValue))"
        case .number(.unspecified), .number(.exact): return "`number`"
        case .number(let format): return "`number` (\(format.rawValue))"
        case .string(let format): return "`string`" + (format.map { " (\($0))" } ?? "")
        case .base64: return "`string` (byte)"
        case .file: return "`string` (binary)"
        case .dateTime: return "`string` (date-time)"
        case .date: return "`string` (date)"
        case .uuid: return "`string` (uuid)"
        case .url: return "`string` (uri)"
        case .array(let element): return "an array of \(words(for: element))"
        case .map(let value): return "a map of \(words(for: value))"
        case .tuple: return "a tuple"
        case .any: return "any JSON"
        case .null: return "`null`"
        case .never: return "nothing"
        case .named(let id):
            switch types[id]?.shape {
            case .enumeration?: return "the enum `\(id.name)`"
            case .union?: return "the union `\(id.name)`"
            case .object?: return "the object `\(id.name)`"
            case .alias?, nil: return "`\(id.name)`"
            }
        }
    }
}

/// The values of a type among those of its kind of JSON.
enum ValueForm: Equatable {
    /// All values of the kind.
    case any
    /// The values of a format or of a shape.
    case text(String)
    case integers(IntegerFormat)
    case numbers(NumberFormat)

    enum Relation { case narrower, wider, other }

    func relation(to other: ValueForm) -> Relation {
        switch (self, other) {
        case (_, .any): .narrower
        case (.any, _): .wider
        case (.integers(let a), .integers(let b)): Self.relation(Self.range(of: a), Self.range(of: b))
        case (.numbers(let a), .numbers(let b)): Self.relation(0...Self.rank(of: a), 0...Self.rank(of: b))
        default: .other
        }
    }

    private static func relation(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> Relation {
        if a.lowerBound >= b.lowerBound, a.upperBound <= b.upperBound { return .narrower }
        return a.lowerBound <= b.lowerBound && a.upperBound >= b.upperBound ? .wider : .other
    }

    /// The bits below and above zero. An integer without a format has no bounds.
    private static func range(of format: IntegerFormat) -> ClosedRange<Int> {
        switch format {
        case .unspecified: -128...128
        case .int8: -7...7
        case .int16: -15...15
        case .int32: -31...31
        case .int64: -63...63
        case .uint8: 0...8
        case .uint16: 0...16
        case .uint32: 0...32
        case .uint64: 0...64
        }
    }

    private static func rank(of format: NumberFormat) -> Int {
        switch format {
        case .float: 0
        case .double: 1
        case .decimal, .exact, .unspecified: 2
        }
    }
}
