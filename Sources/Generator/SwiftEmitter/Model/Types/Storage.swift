import ApusAPIModel

/// Determines the size of types, and which values are kept on the heap because of it.
///
/// A struct is copied field by field. Copies of large structs, and of structs nested deeper than two levels, are slow
/// to compile and to run.
struct Storage {
    struct Extent {
        /// In bytes, with the rounding of 64-bit platforms.
        var bytes: Int
        /// The number of levels of nested structs.
        var depth: Int
    }

    private static let maximumWords = 30
    private static let maximumDepth = 2
    private static let maximumPayloadWords = 4

    private var extents: [TypeID: Extent] = [:]
    private var indirect: [TypeID: Set<Int>] = [:]

    init(_ types: SwiftTypes) {
        for id in Self.innermostFirst(types) { extents[id] = extent(of: id, types) }
    }

    /// The declared types, each after the types that its values contain. Types that contain each other have no order.
    ///
    /// An explicit stack replaces recursion, because chains of types can be long.
    private static func innermostFirst(_ types: SwiftTypes) -> [TypeID] {
        var order: [TypeID] = []
        var seen: Set<TypeID> = []
        for start in types.api.types {
            var pending = [(id: start.id, isEntered: false)]
            while let (id, isEntered) = pending.popLast() {
                if isEntered {
                    order.append(id)
                } else if seen.insert(id).inserted, let declaration = types.declarations[id] {
                    pending.append((id, true))
                    pending += parts(of: declaration.shape).reversed().map { ($0, false) }
                }
            }
        }
        return order
    }

    /// The declared types that a type contains inline.
    private static func parts(of shape: TypeDeclaration.Shape) -> [TypeID] {
        switch shape {
        case .object(let object): object.properties.filter { $0.constant == nil }.flatMap(\.type.contained)
        case .union(let union): union.variants.flatMap(\.type.contained)
        case .alias(let target): target.contained
        case .enumeration: []
        }
    }

    /// The indices of an object's properties that are stored as an `Indirect`, or of a union's variants that are
    /// `indirect`.
    func indirectMembers(of type: TypeID) -> Set<Int> { indirect[type] ?? [] }

    private mutating func extent(of id: TypeID, _ types: SwiftTypes) -> Extent? {
        guard let declaration = types.declarations[id] else { return nil }
        var result = Extent(bytes: 0, depth: 0)
        switch declaration.shape {
        case .object(let object):
            result.depth = 1
            for (index, property) in object.properties.enumerated() where property.constant == nil {
                let inner = extent(property.type.type, types)
                if let inner, !property.isRecursive, inner.depth <= Self.maximumDepth,
                    inner.bytes <= Self.maximumWords * 8
                {
                    result.bytes = aligned(result.bytes, to: inner.bytes) + inner.bytes
                    if !property.isRequired || property.defaultValue != nil || types.isNullable(property.type) {
                        result.bytes += 1
                    }
                    result.depth = max(result.depth, inner.depth + 1)
                } else {
                    indirect[id, default: []].insert(index)
                    result.bytes = aligned(result.bytes, to: 8) + 8
                }
            }
            if case .kept = object.additionalProperties { result.bytes = aligned(result.bytes, to: 8) + 8 }
            if object.keepsUnrecognizedMembers { result.bytes = aligned(result.bytes, to: 8) + 8 }
        case .enumeration(let enumeration):
            result.bytes = enumeration.isOpen ? (enumeration.rawType == .string ? 16 : 9) : 1
        case .union(let union):
            for (index, variant) in union.variants.enumerated() {
                let inner = extent(variant.type.type, types)
                if let inner, !variant.isRecursive, inner.bytes <= Self.maximumPayloadWords * 8 {
                    result.bytes = max(result.bytes, inner.bytes)
                } else {
                    indirect[id, default: []].insert(index)
                }
            }
            result.bytes = max(result.bytes, union.isOpen ? 17 : 8) + 1
        case .alias(let target):
            return extent(target.type, types)
        }
        return result
    }

    /// The extent of a type, or `nil` if the type contains itself.
    private func extent(_ type: Type, _ types: SwiftTypes) -> Extent? {
        switch type {
        case .boolean: return Extent(bytes: 1, depth: 0)
        case .integer(let format):
            switch format {
            case .int8, .uint8: return Extent(bytes: 1, depth: 0)
            case .int16, .uint16: return Extent(bytes: 2, depth: 0)
            case .int32, .uint32: return Extent(bytes: 4, depth: 0)
            case .unspecified, .int64, .uint64: return Extent(bytes: 8, depth: 0)
            }
        case .number(let format):
            switch format {
            case .unspecified, .double: return Extent(bytes: 8, depth: 0)
            case .float: return Extent(bytes: 4, depth: 0)
            case .decimal: return Extent(bytes: 24, depth: 0)
            case .exact: return Extent(bytes: 16, depth: 0)
            }
        case .string, .uuid, .dateTime, .any: return Extent(bytes: 16, depth: 0)
        case .date, .url, .base64, .file, .array, .map: return Extent(bytes: 8, depth: 0)
        case .null, .never: return Extent(bytes: 1, depth: 0)
        case .tuple(let elements):
            var result = Extent(bytes: 0, depth: 1)
            for element in elements {
                guard let inner = extent(element.type, types) else { return nil }
                result.bytes += max(inner.bytes, 8)
                result.depth = max(result.depth, inner.depth + 1)
            }
            result.bytes += 8
            return result
        case .named(let id):
            guard let declaration = types.declarations[id] else { return Extent(bytes: 16, depth: 0) }
            if let known = extents[id] { return known }
            // An alias for a type whose extent was not known yet.
            guard case .alias(let target) = declaration.shape else { return nil }
            let type = types.resolvedUse(target).type
            if case .named(let id) = type { return extents[id] }
            return extent(type, types)
        }
    }

    private func aligned(_ offset: Int, to size: Int) -> Int {
        let alignment = size >= 8 ? 8 : max(size, 1)
        return (offset + alignment - 1) / alignment * alignment
    }
}
