/// A description of a union: the names and types of its variants and the plan for choosing the variant of a value.
///
/// Generated code creates it (see <doc:GeneratedCode>). It is a pointer, like `ObjectTable`.
@safe  // The memory behind the pointer is never changed or freed.
public struct UnionTable: @unchecked Sendable {
    enum Selection {
        case variant(Int)
        /// The first of these variants that matches the value.
        case trial([Int])
    }

    @safe  // As above.
    private struct Contents {
        let name: String
        let plan: UnionPlan
        /// A separate allocation, so that calling its methods does not copy it.
        let shortcuts: UnsafePointer<UnionShortcuts>
        let variants: [String]
        let types: [any JSONCodable.Type]
        let isOpen: Bool
        /// Whether a value must match only one of the variants that are tried.
        let isExclusive: Bool
        /// The keyword that lists the variants, such as `oneOf`.
        let keyword: StaticString
        let acceptsNull: Bool
        /// A JSON Schema of the constraints that decoding does not check.
        let constraints: StaticString?
        /// The types that `$ref`s in the constraints name.
        let references: [any JSONCodable.Type]
    }

    private let contents: UnsafePointer<Contents>

    /// - Parameters:
    ///   - variants: The names of the variants, separated by white space.
    ///   - plan: The plan for choosing the variant of a value, as JSON that names variants.
    ///   - types: The types of the variants in the order of the names.
    public init<Model: UnionModel>(
        of type: Model.Type, _ variants: StaticString, _ plan: StaticString, _ types: [any JSONCodable.Type],
        isOpen: Bool = false, isExclusive: Bool = false, keyword: StaticString = "oneOf",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        let variants = MemberList(variants, of: type).entries.map(\.name)
        precondition(
            variants.count == types.count,
            "The table of \(type) has \(types.count) types for \(variants.count) variants.")
        let text = unsafe [UInt8](UnsafeBufferPointer(start: plan.utf8Start, count: plan.utf8CodeUnitCount))
        let parsed: UnionPlan
        do {
            parsed = try UnionPlanReader(variants: variants).plan(JSON.decode(JSONValue.self, from: text))
        } catch {
            preconditionFailure("The plan of \(type) is malformed: \(error)")
        }
        // This does not use `_acceptsNull`, because a type may be a union that contains this one.
        func mayBeNull(_ index: Int) -> Bool {
            types.indices.contains(index)
                && (types[index] is any AbsenceRepresentable.Type || types[index] == JSONNull.self
                    || types[index] == JSONValue.self)
        }
        let acceptsNull =
            switch parsed {
            case .kinds(let kinds): kinds.null != nil
            case .trial(let variants): variants.contains(where: mayBeNull)
            case .variant(let variant): mayBeNull(variant)
            default: false
            }
        let shortcuts = UnsafeMutablePointer<UnionShortcuts>.allocate(capacity: 1)
        unsafe shortcuts.initialize(to: UnionShortcuts(parsed))
        let contents = UnsafeMutablePointer<Contents>.allocate(capacity: 1)
        unsafe contents.initialize(
            to: Contents(
                name: "\(type)", plan: parsed, shortcuts: UnsafePointer(shortcuts), variants: variants, types: types,
                isOpen: isOpen, isExclusive: isExclusive, keyword: keyword, acceptsNull: acceptsNull,
                constraints: constraints, references: references))
        unsafe self.contents = unsafe UnsafePointer(contents)
    }

    var name: String { unsafe contents.pointee.name }
    var plan: UnionPlan { unsafe contents.pointee.plan }
    var variants: [String] { unsafe contents.pointee.variants }
    var types: [any JSONCodable.Type] { unsafe contents.pointee.types }
    var isOpen: Bool { unsafe contents.pointee.isOpen }
    var isExclusive: Bool { unsafe contents.pointee.isExclusive }
    var keyword: String { unsafe "\(contents.pointee.keyword)" }
    var acceptsNull: Bool { unsafe contents.pointee.acceptsNull }
    var constraints: StaticString? { unsafe contents.pointee.constraints }
    var references: [any JSONCodable.Type] { unsafe contents.pointee.references }

    /// The member that identifies the variant of an object, or `nil` if there is none.
    var tagName: String? {
        guard case .property(let discriminator, _, _) = planOfObjects else { return nil }
        return unsafe String(decoding: discriminator.name.buffer, as: UTF8.self)
    }

    /// The plan for objects, if it is known without the object.
    var planOfObjects: UnionPlan {
        if case .kinds(let kinds) = plan, let plan = kinds.object { return plan }
        return plan
    }

    /// Chooses the variant of the next value without reading the value.
    func select(_ reader: inout JSONReader) throws(JSONError) -> Selection {
        reader.skipWhitespace()
        let variant = unsafe contents.pointee.shortcuts.pointee.variant(ofValueAt: reader.start + reader.position)
        if variant >= 0 { return .variant(variant) }
        let mark = reader.mark
        let selection = try select(by: plan, &reader)
        reader.rewind(to: mark)
        if let selection { return selection }
        if isOpen { return .variant(types.count) }
        var error = JSONError(
            .noVariant, at: reader.offsetOfNextValue, expected: "a variant of \(name)",
            found: "a value that matches no variant")
        if case .property(let discriminator, _, _) = plan, reader.valueKind == .object {
            error.prepend(unsafe String(decoding: discriminator.name.buffer, as: UTF8.self))
        }
        throw error
    }

    private func select(by plan: UnionPlan, _ reader: inout JSONReader) throws(JSONError) -> Selection? {
        switch plan {
        case .variant(let variant): return .variant(variant)
        case .trial(let variants): return .trial(variants)
        case .kinds(let kinds):
            guard let plan = try self.plan(of: kinds, for: &reader) else { return nil }
            return try select(by: plan, &reader)
        case .property(let discriminator, let otherwise, let absent):
            return try select(by: discriminator, otherwise: otherwise, absent: absent, &reader)
        case .keys(let keys, let otherwise):
            return try select(byKeys: keys, otherwise: otherwise, &reader)
        case .values(let values, let otherwise):
            let mark = reader.mark
            let chosen = try values.plan(for: &reader) ?? otherwise
            reader.rewind(to: mark)
            guard let chosen else { return nil }
            return try select(by: chosen, &reader)
        case .element(let plan, let empty):
            return try select(byElements: plan, empty: empty, &reader).selection
        }
    }

    /// Chooses the variant by the first element that identifies one.
    ///
    /// A `null` without a plan does not identify a variant, because several variants may have `null` elements. Nor does
    /// a value that no variant lists, or an array without an identifying element.
    private func select(
        byElements plan: UnionPlan, empty: Int?, _ reader: inout JSONReader
    ) throws(JSONError) -> (selection: Selection?, isDecisive: Bool) {
        reader.skipWhitespace()
        guard reader.valueKind == .array else { return (nil, true) }
        try reader.beginArray()
        var undecided: Selection?
        while try reader.nextElement() {
            let mark = reader.mark
            let element = try select(byElement: plan, &reader)
            if element.isDecisive { return element }
            undecided = undecided ?? element.selection
            reader.rewind(to: mark)
            try reader.skipValue()
        }
        return (undecided ?? empty.map { .variant($0) }, false)
    }

    private func select(
        byElement plan: UnionPlan, _ reader: inout JSONReader
    ) throws(JSONError) -> (selection: Selection?, isDecisive: Bool) {
        switch plan {
        case .kinds(let kinds):
            guard let chosen = try self.plan(of: kinds, for: &reader) else { return (nil, reader.valueKind != .null) }
            return try select(byElement: chosen, &reader)
        case .element(let plan, let empty):
            return try select(byElements: plan, empty: empty, &reader)
        case .values:
            let selection = try select(by: plan, &reader)
            return (selection, selection != nil)
        case .variant, .trial, .property, .keys:
            return (try select(by: plan, &reader), true)
        }
    }

    private func plan(of kinds: UnionPlan.Kinds, for reader: inout JSONReader) throws(JSONError) -> UnionPlan? {
        reader.skipWhitespace()
        switch reader.valueKind {
        case .null?: return kinds.null
        case .boolean?: return kinds.boolean
        case .string?: return kinds.string
        case .array?: return kinds.array
        case .object?: return kinds.object
        case .number?:
            guard kinds.tellsIntegers else { return kinds.otherNumber }
            let mark = reader.mark
            let number = try reader.scanNumber(expected: "a number")
            reader.rewind(to: mark)
            // Integers that do not fit into an `Int` are numbers.
            let isInteger = number.exponent >= 0 && (kinds.otherNumber == nil || number.int64 != nil)
            return isInteger ? kinds.integer : kinds.otherNumber
        case nil: throw reader.failure(expected: "a value")
        }
    }

    private func select(
        by discriminator: UnionDiscriminator, otherwise: UnionPlan?, absent: UnionPlan?, _ reader: inout JSONReader
    ) throws(JSONError) -> Selection? {
        reader.skipWhitespace()
        var chosen = otherwise
        let mark = reader.mark
        if unsafe reader.start[reader.position] == UInt8(ascii: "{") {
            chosen = absent
            try reader.beginObject()
            while try reader.nextMember() {
                if unsafe discriminator.name.isEqual(toRead: reader.name) {
                    chosen = try discriminator.values.plan(for: &reader) ?? otherwise
                    break
                }
                try reader.skipValue()
            }
        }
        reader.rewind(to: mark)
        guard let chosen else { return nil }
        if case .variant(let variant) = chosen { return .variant(variant) }
        return try select(by: chosen, &reader)
    }

    private func select(
        byKeys keys: [(name: Member.Bytes, plan: UnionPlan)], otherwise: UnionPlan?, _ reader: inout JSONReader
    ) throws(JSONError) -> Selection? {
        reader.skipWhitespace()
        var best = keys.count
        let mark = reader.mark
        if reader.valueKind == .object {
            try reader.beginObject()
            while best > 0, try reader.nextMember() {
                if let index = keys.firstIndex(where: { unsafe $0.name.isEqual(toRead: reader.name) }) {
                    best = min(best, index)
                }
                try reader.skipValue()
            }
        }
        reader.rewind(to: mark)
        guard let chosen = best < keys.count ? keys[best].plan : otherwise else { return nil }
        return try select(by: chosen, &reader)
    }
}
