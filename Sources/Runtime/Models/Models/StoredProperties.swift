/// The stored properties of a struct, by the metadata that the compiler emits for reflection.
///
/// The three functions of the Swift runtime are those that `Mirror` calls. `Mirror` needs a value of the type, and a
/// table has none. A module that is compiled with `-disable-reflection-metadata` has no such metadata.
struct StoredProperties {
    struct Property {
        let name: String
        let type: Any.Type
        let offset: Int
    }

    let all: [Property]

    /// `nil` if the type has no metadata.
    init?(of type: Any.Type) {
        let count = recursiveChildCount(type)
        var properties: [Property] = []
        for index in 0..<count {
            var field = unsafe FieldMetadata()
            let propertyType = unsafe recursiveChildMetadata(type, index: index, metadata: &field)
            // The runtime gives the empty tuple where it finds no type.
            if propertyType == Void.self { return nil }
            let name = unsafe field.name.map { unsafe String(cString: $0) } ?? ""
            unsafe field.free?(field.name)
            properties.append(
                Property(name: name, type: propertyType, offset: recursiveChildOffset(type, index: index)))
        }
        if count == 0 { return nil }
        all = properties
    }
}

@unsafe private struct FieldMetadata {
    var name: UnsafePointer<CChar>?
    var free: (@convention(c) (UnsafePointer<CChar>?) -> Void)?
    var isStrong = false
    var isVariable = false
}

@_silgen_name("swift_reflectionMirror_recursiveCount")
private func recursiveChildCount(_ type: Any.Type) -> Int

@_silgen_name("swift_reflectionMirror_recursiveChildMetadata")
private func recursiveChildMetadata(
    _ type: Any.Type, index: Int, metadata: UnsafeMutablePointer<FieldMetadata>
) -> Any.Type

@_silgen_name("swift_reflectionMirror_recursiveChildOffset")
private func recursiveChildOffset(_ type: Any.Type, index: Int) -> Int
