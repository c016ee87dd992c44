// Checks the JSON that a union keeps if it recognized no variant. It is a violation unless a variant matches.
extension Evaluator {
    mutating func checkUnrecognized(_ json: JSONValue, of type: any UnionModel.Type) -> Bool {
        let table = type.unionTable
        let candidates = table.candidates(for: json)
        if candidates.count == 1 { return check(json, as: table.types[candidates[0]]) }
        let isOne = withoutCollecting { evaluator in
            candidates.contains { evaluator.check(json, as: table.types[$0]) }
        }
        if isOne { return true }
        var message = "must be one of the described alternatives"
        if let name = table.tagName, let value = json[name] { message += "; its `\(name)` is \(rendering(value))" }
        return fail(table.keyword, of: type, message, json)
    }

    /// Checks JSON as the value of a variant. A decoding error becomes the violation.
    private mutating func check<Value: JSONCodable>(_ json: JSONValue, as type: Value.Type) -> Bool {
        do throws(JSONError) {
            let value = try json.decode(as: type)
            let shape = ShapeCache.shared.shape(of: type)
            return unsafe withUnsafePointer(to: value) { unsafe walk(Instance(shape: shape, memory: $0)) }
        } catch {
            let message = error.expected.isEmpty ? error.found : "must be \(error.expected), but is \(error.found)"
            return inside(error.path[...]) { $0.fail(error.keyword, of: type, message, json) }
        }
    }

    private mutating func fail(
        _ keyword: String, of type: any JSONCodable.Type, _ message: String, _ json: JSONValue
    ) -> Bool {
        unsafe withUnsafePointer(to: json) { memory in
            var isValid = true
            unsafe Instance(shape: JSONValue.shape, memory: memory).withView { view, _ in
                isValid = fail(keyword, "#/\(type)/\(keyword)", message, isSecret: false, view)
            }
            return isValid
        }
    }
}

extension UnionTable {
    /// Returns the variants that the plan selects for a value.
    fileprivate func candidates(for json: JSONValue) -> [Int] {
        let options = JSONDecodingOptions()
        guard let bytes = try? JSON.encode(json), let text = try? PaddedText(bytes, options: options) else { return [] }
        var reader = JSONReader(text, options: options)
        switch try? select(&reader) {
        case .variant(let variant)?: return variant < types.count ? [variant] : []
        case .trial(let variants)?: return variants
        case nil: return []
        }
    }
}

extension JSONError {
    /// The JSON Schema keyword that would refuse the value.
    fileprivate var keyword: String {
        switch kind {
        case .missingMember: "required"
        case .unknownMember: "additionalProperties"
        case .memberOfOtherDirection: "readOnly"
        case .noVariant: "oneOf"
        case .mismatch, .invalidValue, .syntax, .duplicateMember, .limit, .notFinite: "type"
        }
    }
}
