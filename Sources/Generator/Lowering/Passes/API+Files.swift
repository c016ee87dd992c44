import ApusAPIModel
import ApusOpenAPI

// Files in multipart bodies.
extension API {
    /// Turns binary strings into files where they are a part of a multipart body, an element of an array, or an
    /// alternative. Deeper strings are part of a JSON text, which cannot contain bytes.
    mutating func markFiles(_ index: TypeIndex, in version: SpecificationVersion) {
        let bodies: [[Content]] =
            operations.map { $0.requestBody?.contents ?? [] } + operations.flatMap { $0.responses.map(\.contents) }
            + webhooks.map(\.contents)
        var marking = FileMarking(version: version, index: index, types: types)
        for content in bodies.joined() {
            guard case .multipart(let use?, let encodings) = content.coding else { continue }
            marking.markBody(use, encodings)
        }
        types = marking.types
    }
}

/// Turns the binary strings of multipart bodies into files.
private struct FileMarking {
    let version: SpecificationVersion
    let index: TypeIndex
    private(set) var types: [TypeDeclaration]
    /// The types of the current body that were visited.
    private var visited: Set<TypeID> = []

    init(version: SpecificationVersion, index: TypeIndex, types: [TypeDeclaration]) {
        self.version = version
        self.index = index
        self.types = types
    }

    mutating func markBody(_ use: TypeUse, _ encodings: [PropertyEncoding]) {
        visited.removeAll()
        markParts(of: use, encodings)
    }

    /// Visits the objects whose members are parts.
    private mutating func markParts(of use: TypeUse, _ encodings: [PropertyEncoding]) {
        guard case .named(let id) = use.type, let position = index[id], visited.insert(id).inserted else { return }
        switch types[position].shape {
        case .object(var shape):
            for member in shape.properties.indices where shape.properties[member].constant == nil {
                let property = shape.properties[member]
                let encoding = encodings.first { $0.property == property.name }
                let use = withFiles(property.type, isFile: isBinary(property.type, encoding))
                if use != property.type {
                    shape.properties[member].type = use
                    shape.properties[member].defaultValue = nil
                }
            }
            if case .kept(let value) = shape.additionalProperties {
                shape.additionalProperties = .kept(withFiles(value))
            }
            types[position].shape = .object(shape)
        case .union(let shape):
            for variant in shape.variants { markParts(of: variant.type, encodings) }
        case .alias(let target): markParts(of: target, encodings)
        case .enumeration: break
        }
    }

    /// The type with files instead of binary strings.
    private mutating func withFiles(_ use: TypeUse, isFile: Bool = false) -> TypeUse {
        var use = use
        switch use.type {
        case let type where isFile && !type.isContainer || type == .string(format: "binary"):
            use.type = .file
            use.constraints = Constraints()
        case .array(let element):
            use.type = .array(withFiles(element, isFile: isFile))
        case .named(let id):
            guard let position = index[id], visited.insert(id).inserted else { return use }
            switch types[position].shape {
            case .alias(let target):
                types[position].shape = .alias(withFiles(target))
            case .union(var shape):
                for variant in shape.variants.indices {
                    shape.variants[variant].type = withFiles(shape.variants[variant].type)
                }
                types[position].shape = .union(shape)
            case .object, .enumeration: break
            }
        default: break
        }
        return use
    }

    /// Whether a part is bytes because of its place rather than its type: by its content type, or because it has no
    /// type (OpenAPI 3.1, "Encoding Object": `application/octet-stream`).
    private func isBinary(_ use: TypeUse, _ encoding: PropertyEncoding?) -> Bool {
        switch use.type {
        // Elements without a schema can be anything, unless they have a content type.
        case .array(let element):
            return (element.type != .any || encoding?.contentType != nil) && isBinary(element, encoding)
        case .string(format: nil):
            guard let contentType = encoding?.contentType, encoding?.style == nil else { return false }
            return contentType.split(separator: ",").allSatisfy { MediaForm.isBinary($0) }
        case .any:
            guard let contentType = encoding?.contentType else { return version >= .v3_1 }
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
