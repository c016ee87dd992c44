import ApusAPIModel
import ApusDiagnostics

extension MemberNames {
    /// The names of the properties of objects, the cases of enums and the variants of unions, each in their order.
    static func names(
        ofTypesIn api: API, overrides overridden: [String: String], into diagnostics: inout Diagnostics
    ) -> [TypeID: [String]] {
        var result: [TypeID: [String]] = [:]
        var spellings = Spellings()
        for declaration in api.types {
            let id = declaration.id
            func requested(
                _ name: String, _ explicit: String?, _ origin: Origin?, hint: String? = nil, fallback: String
            ) -> NameRequest {
                let override =
                    overridden.isEmpty
                    ? nil
                    : overridden["\(id.name)/\(name)"]
                        ?? declaration.receivedForm.flatMap { overridden["\($0.name)/\(name)"] }
                return NameRequest(
                    hint ?? name, explicit: override ?? explicit, origin: origin ?? declaration.origin,
                    fallback: fallback)
            }
            switch declaration.shape {
            case .object(let object):
                result[id] = names(
                    for: object.properties.map {
                        requested($0.name, $0.explicitName, $0.origin, fallback: "empty")
                    }, reserved: ReservedNames.model, &spellings, into: &diagnostics)
            case .enumeration(let enumeration):
                result[id] = names(
                    for: enumeration.cases.map { item in
                        requested(item.value.spelling, item.explicitName, nil, hint: item.nameHint, fallback: "empty")
                    }, reserved: ReservedNames.enumeration, &spellings, into: &diagnostics)
            case .union(let union):
                result[id] = names(
                    for: union.variants.map { requested($0.nameHint, nil, nil, fallback: "variant") },
                    reserved: ReservedNames.enumeration, &spellings, into: &diagnostics)
            case .alias: break
            }
        }
        return result
    }
}

extension JSONLiteral {
    /// The text from which the words of a name are made.
    var spelling: String {
        if case .string(let string) = self { string } else { json }
    }
}
