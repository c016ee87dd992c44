/// The layout of a Swift type in memory as validation reads it, created once per type from its table.
final class Shape: @unchecked Sendable {
    @safe  // Its functions are only called with addresses of values of the shape's type.
    indirect enum Kind {
        case string
        case bool
        case integer
        case double
        /// Another type whose JSON form is a scalar.
        case scalar(@Sendable (UnsafeRawPointer) -> InstanceView)
        case json
        /// An `Optional` or a `Presence`. A value is at the same address.
        case optional(any AbsenceRepresentable.Type, Shape)
        case indirect(any IndirectValue.Type, Shape)
        case array(any ArrayElements.Type, Shape)
        case dictionary(any DictionaryMembers.Type, Shape)
        case object(ObjectTable, [Shape], constants: [Int: JSONValue])
        case tuple(TupleTable, [Shape])
        /// A union. The last shape is that of an unrecognized value.
        case union(any UnionModel.Type, [Shape])
        /// A type that is read from its JSON text.
        case opaque
    }

    let type: any JSONCodable.Type
    // The following properties are set under a lock while the shape is created and do not change after that.
    var kind = Kind.opaque
    /// The constraints of the type itself.
    var schema: Schema?
    /// The error that occurred when compiling the type's constraints.
    var schemaError: SchemaError?
    /// Whether the type or a type in it has constraints.
    var isConstrained = false
    /// Whether values can be nested without limit, because the type contains itself or any JSON.
    var mayBeDeep = false
    /// The constrained members or elements as an index of a field and an index of a member or element.
    var constrainedChildren: [(field: Int, position: Int)] = []

    init(type: any JSONCodable.Type) { self.type = type }
}

/// A value in memory and its shape.
@safe  // It is created while the value exists and is not kept beyond that scope.
struct Instance {
    let shape: Shape
    let memory: UnsafeRawPointer
}

/// A value as JSON Schema sees it.
enum InstanceView {
    case null
    case bool(Bool)
    case number(Number)
    case string(String)
    case array(ArrayView)
    case object(ObjectView)
}
