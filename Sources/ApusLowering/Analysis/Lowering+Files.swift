import ApusAPIModel
import ApusOpenAPI

// Which members of a multipart body are files.
extension Lowering {
    /// Makes files of the binary strings that stand directly in a multipart body, or in an array or an alternative
    /// there. What is deeper is part of a JSON text, which cannot hold bytes.
    func markFiles(in api: inout API) {
        let indices = Dictionary(api.types.indices.map { (api.types[$0].id, $0) }) { first, _ in first }
        let bodies: [[Content]] =
            api.operations.map { $0.requestBody?.contents ?? [] } + api.operations.flatMap { $0.responses.map(\.contents) }
            + api.webhooks.map(\.contents)
        for content in bodies.joined() {
            guard case .multipart(let use?, let encodings) = content.coding else { continue }
            var visited: Set<TypeID> = []
            markParts(of: use, encodings, indices, &visited, in: &api)
        }
    }

    /// Goes to the objects whose members are parts.
    private func markParts(
        of use: TypeUse, _ encodings: [PropertyEncoding], _ indices: [TypeID: Int], _ visited: inout Set<TypeID>,
        in api: inout API
    ) {
        guard case .named(let id) = use.type, let index = indices[id], visited.insert(id).inserted else { return }
        switch api.types[index].shape {
        case .object(var shape):
            for position in shape.properties.indices where shape.properties[position].constant == nil {
                let property = shape.properties[position]
                let encoding = encodings.first { $0.property == property.name }
                let use = withFiles(property.type, isFile: isBinary(property.type, encoding), indices, &visited, in: &api)
                if use != property.type {
                    shape.properties[position].type = use
                    shape.properties[position].defaultValue = nil
                }
            }
            if case .kept(let value) = shape.additionalProperties {
                shape.additionalProperties = .kept(withFiles(value, indices, &visited, in: &api))
            }
            api.types[index].shape = .object(shape)
        case .union(let shape):
            for variant in shape.variants { markParts(of: variant.type, encodings, indices, &visited, in: &api) }
        case .alias(let target): markParts(of: target, encodings, indices, &visited, in: &api)
        case .enumeration: break
        }
    }

    /// The type with files in the place of binary strings.
    private func withFiles(
        _ use: TypeUse, isFile: Bool = false, _ indices: [TypeID: Int], _ visited: inout Set<TypeID>, in api: inout API
    ) -> TypeUse {
        var use = use
        switch use.type {
        case let type where isFile && !type.isContainer || type == .string(format: "binary"):
            use.type = .file
            use.constraints = Constraints()
        case .array(let element):
            use.type = .array(withFiles(element, isFile: isFile, indices, &visited, in: &api))
        case .named(let id):
            guard let index = indices[id], visited.insert(id).inserted else { return use }
            switch api.types[index].shape {
            case .alias(let target):
                api.types[index].shape = .alias(withFiles(target, indices, &visited, in: &api))
            case .union(var shape):
                for position in shape.variants.indices {
                    shape.variants[position].type = withFiles(shape.variants[position].type, indices, &visited, in: &api)
                }
                api.types[index].shape = .union(shape)
            case .object, .enumeration: break
            }
        default: break
        }
        return use
    }

    /// Whether the place, rather than the type, says that a part is bytes: by its content type, or in that nothing is
    /// said (OpenAPI 3.1, "Encoding Object": without a type, `application/octet-stream`).
    private func isBinary(_ use: TypeUse, _ encoding: PropertyEncoding?) -> Bool {
        switch use.type {
        // Elements without a schema of their own can be anything, unless a content type is given.
        case .array(let element): return (element.type != .any || encoding?.contentType != nil) && isBinary(element, encoding)
        case .string(format: nil):
            guard let contentType = encoding?.contentType, encoding?.style == nil else { return false }
            return contentType.split(separator: ",").allSatisfy { MediaForm.isBinary($0) }
        case .any:
            guard let contentType = encoding?.contentType else { return document.version >= .v3_1 }
            return MediaForm(contentType) == .other
        default: return false
        }
    }
}

extension Type {
    fileprivate var isContainer: Bool {
        switch self {
        case .array, .map, .tuple, .named: true
        default: false
        }
    }
}
