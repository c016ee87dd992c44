import APIModel
import Diagnostics

// Which multipart bodies that are received have parts with types.
extension Lowering {
    /// Takes the type away from bodies that are not one object, now that all types are known, and reports the properties
    /// whose parts are not read.
    mutating func settleReceivedParts(in api: inout API) {
        let declarations = Dictionary(api.types.map { ($0.id, $0) }) { first, _ in first }
        for operation in api.operations.indices {
            for response in api.operations[operation].responses.indices {
                settle(&api.operations[operation].responses[response].contents, declarations)
            }
        }
        for webhook in api.webhooks.indices { settle(&api.webhooks[webhook].contents, declarations) }
    }

    private mutating func settle(_ contents: inout [Content], _ declarations: [TypeID: TypeDeclaration]) {
        for index in contents.indices {
            guard case .multipart(let use?, let encodings) = contents[index].coding else { continue }
            guard let shape = object(use.type, declarations) else {
                contents[index].coding = .multipart(nil, [])
                reportParts(of: contents[index].mediaType, at: contents[index].origin.place)
                continue
            }
            for encoding in encodings {
                guard let property = shape.properties.first(where: { $0.name == encoding.property }) else { continue }
                let (isArray, isCompound) = structure(of: property.type.type, declarations)
                guard isCompound, !encoding.isByContentType(ofArray: isArray) else { continue }
                diagnostics.report(
                    Diagnostic(
                        .partsWithoutTypes, .note,
                        "the parts of `\(encoding.property)` are given without a type: they are put together by a `style`",
                        at: contents[index].origin.place))
            }
        }
    }

    /// The object that a type is, by whatever names.
    private func object(_ type: Type, _ declarations: [TypeID: TypeDeclaration]) -> ObjectShape? {
        guard case .named(let id) = resolved(type, declarations), let declaration = declarations[id],
            declaration.externalType == nil, case .object(let shape) = declaration.shape
        else { return nil }
        return shape
    }

    private func structure(
        of type: Type, _ declarations: [TypeID: TypeDeclaration]
    ) -> (isArray: Bool, isCompound: Bool) {
        switch resolved(type, declarations) {
        case .array: return (true, true)
        case .map, .tuple, .any: return (false, true)
        case .named(let id):
            if case .enumeration = declarations[id]?.shape { return (false, false) }
            return (false, true)
        default: return (false, false)
        }
    }

    private func resolved(_ type: Type, _ declarations: [TypeID: TypeDeclaration]) -> Type {
        var type = type
        var visited: Set<TypeID> = []
        while case .named(let id) = type, visited.insert(id).inserted, let declaration = declarations[id],
            declaration.externalType == nil, case .alias(let target) = declaration.shape
        {
            type = target.type
        }
        return type
    }
}
