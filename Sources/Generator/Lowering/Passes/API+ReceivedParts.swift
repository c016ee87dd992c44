import ApusAPIModel
import ApusDiagnostics

// The types of the parts in received multipart bodies.
extension API {
    /// Removes the type of a body that is not a single object, and reports properties whose parts cannot be read.
    mutating func resolveReceivedParts(_ index: TypeIndex, into diagnostics: inout Diagnostics) {
        let typing = PartTyping(types: TypeTable(types, index))
        for operation in operations.indices {
            // A server receives what a client sends.
            typing.markUntyped(in: &operations[operation].requestBody)
            for response in operations[operation].responses.indices {
                typing.decideTypes(of: &operations[operation].responses[response].contents, into: &diagnostics)
            }
        }
        for webhook in webhooks.indices { typing.decideTypes(of: &webhooks[webhook].contents, into: &diagnostics) }
    }
}

/// Decides which received multipart bodies have typed parts.
private struct PartTyping {
    let types: TypeTable

    func decideTypes(of contents: inout [Content], into diagnostics: inout Diagnostics) {
        for index in contents.indices {
            guard case .multipart(let use?, var encodings) = contents[index].coding else { continue }
            guard let shape = object(use.type) else {
                contents[index].coding = .multipart(nil, [])
                diagnostics.reportPartsWithoutTypes(of: contents[index].mediaType, at: contents[index].origin.place)
                continue
            }
            for position in encodings.indices {
                let name = encodings[position].property
                guard let property = shape.properties.first(where: { $0.name == name }),
                    isSerializedByStyle(property.type, encodings[position])
                else { continue }
                encodings[position].hasTypedParts = false
                diagnostics.report(
                    Diagnostic(
                        .partsWithoutTypes, .note,
                        "the received parts of `\(name)` have no type, because a `style` splits its value into several parts",
                        at: contents[index].origin.place))
            }
            contents[index].coding = .multipart(use, encodings)
        }
    }

    /// Marks the properties of a request whose parts have no types for a server.
    func markUntyped(in body: inout RequestBody?) {
        guard let contents = body?.contents else { return }
        for index in contents.indices {
            guard case .multipart(let use?, var encodings) = contents[index].coding, let shape = object(use.type) else {
                continue
            }
            for position in encodings.indices {
                let name = encodings[position].property
                if let property = shape.properties.first(where: { $0.name == name }),
                    isSerializedByStyle(property.type, encodings[position])
                {
                    encodings[position].hasTypedParts = false
                }
            }
            body?.contents[index].coding = .multipart(use, encodings)
        }
    }

    /// The object of a type, directly or through aliases.
    private func object(_ type: Type) -> ObjectShape? {
        guard case .named(let id) = types.resolved(type), let declaration = types[id],
            !declaration.isExternal, case .object(let shape) = declaration.shape
        else { return nil }
        return shape
    }

    /// Whether a style writes an array or an object neither as one part for each element nor as one part: as several
    /// parts with their own names, or as one part whose text depends on the style.
    private func isSerializedByStyle(_ use: TypeUse, _ encoding: PropertyEncoding) -> Bool {
        guard let style = encoding.style else { return false }
        switch types.resolved(use.type) {
        case .array: return style != .form || encoding.explode == false
        case .map, .tuple, .any: return true
        case .named(let id):
            if case .enumeration = types[id]?.shape { return false }
            return true
        default: return false
        }
    }
}
