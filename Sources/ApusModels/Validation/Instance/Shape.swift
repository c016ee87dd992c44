/// How validation reads values of a Swift type from memory: made once a type, from its table.
final class Shape: @unchecked Sendable {
    @safe  // The functions in it are called with addresses of values of the shape's type only.
    indirect enum Kind {
        case string
        case bool
        case integer
        case double
        /// Another type whose value is simple.
        case scalar(@Sendable (UnsafeRawPointer) -> InstanceView)
        case json
        /// An optional or a `Presence`: the value, if there is one, is at the same address.
        case optional(any AbsenceRepresentable.Type, Shape)
        case indirect(any IndirectValue.Type, Shape)
        case array(any ArrayElements.Type, Shape)
        case dictionary(any DictionaryMembers.Type, Shape)
        case object(ObjectTable, [Shape], constants: [Int: JSONValue])
        case tuple(TupleTable, [Shape])
        /// The shape after the variants' is that of what is not recognised.
        case union(any UnionModel.Type, [Shape])
        /// Read by way of its JSON text.
        case opaque
    }

    let type: any JSONCodable.Type
    // The following are set while shapes are made, under a lock, and never again.
    var kind = Kind.opaque
    /// The type's own constraints.
    var schema: Schema?
    /// Why the type's own constraints could not be read.
    var schemaError: SchemaError?
    /// Whether the type, or one that it contains, has constraints.
    var isConstrained = false
    /// Whether arrays and objects in a value may be nested without end: the type contains itself, or any JSON.
    var mayBeDeep = false
    /// The members' and elements' shapes that are constrained: the field's index, and the member's (or element's).
    var constrainedChildren: [(field: Int, position: Int)] = []

    init(type: any JSONCodable.Type) { self.type = type }
}

/// A value in memory, with how to read it.
@safe  // Made in the body of a function that keeps the value, and not kept beyond it.
struct Instance {
    let shape: Shape
    let memory: UnsafeRawPointer
}

/// What JSON Schema sees of a value.
enum InstanceView {
    case null
    case bool(Bool)
    case number(Number)
    case string(String)
    case array(ArrayView)
    case object(ObjectView)
}
