/// Describes a union: its variants' types, and how the variant of a value is found.
///
/// Made by generated code; the format is described in <doc:GeneratedCode>.
public final class UnionTable: Sendable {
    enum Selection {
        case variant(Int)
        /// The first of these that fits.
        case trial([Int])
    }

    let name: String
    let plan: UnionPlan
    let types: [any JSONCodable.Type]
    let isOpen: Bool
    let acceptsNull: Bool
    /// A JSON Schema with what decoding does not check.
    let constraints: StaticString?
    /// The types that `$ref`s in the constraints name.
    let references: [any JSONCodable.Type]

    public init<Model: UnionModel>(
        of type: Model.Type, _ plan: StaticString, _ types: [any JSONCodable.Type], isOpen: Bool = false,
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        let text = [UInt8](UnsafeBufferPointer(start: plan.utf8Start, count: plan.utf8CodeUnitCount))
        guard let parsed = UnionPlan(try? JSON.decode(JSONValue.self, from: text)) else {
            preconditionFailure("The plan of \(type) is malformed: \(plan)")
        }
        name = "\(type)"
        self.plan = parsed
        self.types = types
        self.isOpen = isOpen
        self.references = references
        self.constraints = constraints
        // Not asked of the types, for they may be unions that contain this one.
        func mayBeNull(_ index: Int) -> Bool {
            types.indices.contains(index)
                && (types[index] is any AbsenceRepresentable.Type || types[index] == JSONNull.self
                    || types[index] == JSONValue.self)
        }
        acceptsNull = switch parsed {
        case .kinds(let kinds): kinds["null"] != nil
        case .trial(let variants): variants.contains(where: mayBeNull)
        case .variant(let variant): mayBeNull(variant)
        default: false
        }
    }

    /// Finds the variant of the next value, without reading it.
    func select(_ reader: inout JSONReader) throws(JSONError) -> Selection {
        let mark = reader.mark
        let selection = try select(by: plan, &reader)
        reader.rewind(to: mark)
        if let selection { return selection }
        if isOpen { return .variant(types.count) }
        throw JSONError(
            .noVariant, at: reader.offsetOfNextValue, expected: "a variant of \(name)", found: "a value that is none")
    }

    private func select(by plan: UnionPlan, _ reader: inout JSONReader) throws(JSONError) -> Selection? {
        switch plan {
        case .variant(let variant): return .variant(variant)
        case .trial(let variants): return .trial(variants)
        case .kinds(let kinds):
            guard let plan = try kind(of: &reader).lazy.compactMap({ kinds[$0] }).first else { return nil }
            return try select(by: plan, &reader)
        case .property(let name, let values, let otherwise):
            return try select(byProperty: name, values, otherwise: otherwise, &reader)
        case .keys(let keys, let otherwise):
            return try select(byKeys: keys, otherwise: otherwise, &reader)
        case .element(let plan, let empty):
            reader.skipWhitespace()
            guard reader.valueKind == .array else { return nil }
            try reader.beginArray()
            guard try reader.nextElement() else { return empty.map { .variant($0) } }
            return try select(by: plan, &reader)
        }
    }

    /// The names of the JSON type of the next value, the narrower first.
    private func kind(of reader: inout JSONReader) throws(JSONError) -> [String] {
        reader.skipWhitespace()
        switch reader.valueKind {
        case .null?: return ["null"]
        case .boolean?: return ["boolean"]
        case .string?: return ["string"]
        case .array?: return ["array"]
        case .object?: return ["object"]
        case .number?:
            let mark = reader.mark
            let isInteger = try reader.scanNumber(expected: "a number").exponent >= 0
            reader.rewind(to: mark)
            return isInteger ? ["integer", "number"] : ["number"]
        case nil: throw reader.failure(expected: "a value")
        }
    }

    private func select(
        byProperty name: [UInt8], _ branches: [UnionPlan.Branch], otherwise: UnionPlan?, _ reader: inout JSONReader
    ) throws(JSONError) -> Selection? {
        reader.skipWhitespace()
        var chosen = otherwise
        let mark = reader.mark
        if reader.valueKind == .object {
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.name.isEqual(to: name) {
                    chosen = try branch(branches, &reader)?.plan ?? otherwise
                    break
                }
                try reader.skipValue()
            }
        }
        reader.rewind(to: mark)
        guard let chosen else { return nil }
        return try select(by: chosen, &reader)
    }

    /// The branch for the next value.
    private func branch(
        _ branches: [UnionPlan.Branch], _ reader: inout JSONReader
    ) throws(JSONError) -> UnionPlan.Branch? {
        reader.skipWhitespace()
        if reader.valueKind == .string {
            let utf8 = try reader.readStringBytes()
            return branches.first { $0.utf8.map(utf8.isEqual(to:)) ?? false }
        }
        let value = try reader.readValue()
        return branches.first { $0.value == value }
    }

    private func select(
        byKeys keys: [(name: [UInt8], plan: UnionPlan)], otherwise: UnionPlan?, _ reader: inout JSONReader
    ) throws(JSONError) -> Selection? {
        reader.skipWhitespace()
        var best = keys.count
        let mark = reader.mark
        if reader.valueKind == .object {
            try reader.beginObject()
            while best > 0, try reader.nextMember() {
                if let index = keys.firstIndex(where: { reader.name.isEqual(to: $0.name) }) {
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
