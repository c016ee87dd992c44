import ApusAPIModel
import ApusDiagnostics

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
            guard case .multipart(let use?, var encodings) = contents[index].coding else { continue }
            guard let shape = object(use.type, declarations) else {
                contents[index].coding = .multipart(nil, [])
                reportParts(of: contents[index].mediaType, at: contents[index].origin.place)
                continue
            }
            for position in encodings.indices {
                let name = encodings[position].property
                guard let property = shape.properties.first(where: { $0.name == name }),
                    isPutTogether(property.type, encodings[position], declarations)
                else { continue }
                encodings[position].hasTypedParts = false
                diagnostics.report(
                    Diagnostic(
                        .partsWithoutTypes, .note,
                        "the parts of `\(name)` are given without a type: they are put together by a `style`",
                        at: contents[index].origin.place))
            }
            contents[index].coding = .multipart(use, encodings)
        }
    }

    /// The object that a type is, by whatever names.
    private func object(_ type: Type, _ declarations: [TypeID: TypeDeclaration]) -> ObjectShape? {
        guard case .named(let id) = declarations.resolved(type), let declaration = declarations[id],
            declaration.externalType == nil, case .object(let shape) = declaration.shape
        else { return nil }
        return shape
    }

    /// Whether a style makes parts of an array or an object that are neither one for each element nor one for all: several
    /// with names of their own, or one whose text only the style explains.
    private func isPutTogether(
        _ use: TypeUse, _ encoding: PropertyEncoding, _ declarations: [TypeID: TypeDeclaration]
    ) -> Bool {
        guard let style = encoding.style else { return false }
        switch declarations.resolved(use.type) {
        case .array: return style != .form || encoding.explode == false
        case .map, .tuple, .any: return true
        case .named(let id):
            if case .enumeration = declarations[id]?.shape { return false }
            return true
        default: return false
        }
    }
}
