import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Nested arrays and objects, for which OpenAPI defines no style.
extension OperationLowering {
    /// Reports how the nested arrays and objects of a value are written.
    ///
    /// - Parameter isBody: Whether the value is a member of a body. There, `deepObject` writes the position of each
    ///   element.
    mutating func reportNesting(
        of schemas: [Schema], name: String, style: Parameter.Style?, explode: Bool, isBody: Bool = false,
        place: Place
    ) {
        guard let style, hasNesting(schemas) else { return }
        let spelling: String
        switch style {
        case .deepObject: spelling = deepSpelling(of: schemas, name: name, isBody: isBody)
        case .form where explode, .cookie where explode: spelling = explodedSpelling(of: schemas)
        default: spelling = "JSON"
        }
        diagnostics.report(
            Diagnostic(
                .undefinedStyle, .note,
                "OpenAPI does not define how `style: \(style.rawValue)` writes nested arrays and objects; they are written as \(spelling)",
                at: place, help: "if the server reads JSON, describe the value by `content` with `application/json`"))
    }

    /// Returns an example of how `deepObject` writes the first members that are arrays or objects.
    private func deepSpelling(of schemas: [Schema], name: String, isBody: Bool) -> String {
        let conjunction = Conjunction(schemas)
        func member(_ kind: JSONKinds) -> String? {
            conjunction.properties.first { Conjunction($0.schemas).kinds?.subtracting(.null) == kind }?.name
        }
        if conjunction.kinds?.subtracting(.null) == .array { return "`\(name)[0][…]=…`" }
        let object = member(.object).map { "`\(name)[\($0)][…]=…`" }
        let list = member(.array).map { "`\(name)[\($0)]\(isBody ? "[0]" : "")=…` for each element" }
        let parts = [object, list].compactMap { $0 }
        return parts.isEmpty ? "`\(name)[…][…]=…`" : parts.joined(separator: " and ")
    }

    /// Returns an example of how an exploded object writes its first member that is a list, and the other members.
    private func explodedSpelling(of schemas: [Schema]) -> String {
        let lists = compoundMembers(of: schemas).filter { isList($0.schemas) }
        guard let list = lists.first else { return "JSON" }
        return "`\(list.name)=…` for each element" + (hasListsOnly(schemas) ? "" : " and JSON")
    }

    /// Whether arrays or objects contain arrays or objects.
    func hasNesting(_ schemas: [Schema]) -> Bool {
        !compoundMembers(of: schemas).isEmpty
            || isCompound(Conjunction(schemas).parts.compactMap { $0.subschema(.items) })
    }

    /// Whether the nested arrays and objects of an object are all arrays of scalars.
    ///
    /// An exploded object writes them as repeated names, as a form does: `page=1&sort=a&sort=b`.
    func hasListsOnly(_ schemas: [Schema]) -> Bool {
        let members = compoundMembers(of: schemas)
        return !members.isEmpty && members.allSatisfy { isList($0.schemas) }
    }

    /// The members of an object that are arrays or objects, with `…` for members that `properties` does not list.
    private func compoundMembers(of schemas: [Schema]) -> [(name: String, schemas: [Schema])] {
        let conjunction = Conjunction(schemas)
        let others = conjunction.parts.compactMap { $0.subschema(.additionalProperties) }
        return (conjunction.properties + [("…", others)]).filter { isCompound($0.schemas) }
    }

    private func isList(_ schemas: [Schema]) -> Bool {
        let conjunction = Conjunction(schemas)
        return conjunction.kinds?.subtracting(.null) == .array && !conjunction.has(.prefixItems) && !hasNesting(schemas)
    }

    /// Whether every value except `null` is an array or an object.
    private func isCompound(_ schemas: [Schema]) -> Bool {
        guard !schemas.isEmpty, let kinds = Conjunction(schemas).kinds?.subtracting(.null), !kinds.isEmpty else {
            return false
        }
        return kinds.isSubset(of: [.array, .object])
    }
}
