/// The form that the values of a type have in texts.
package struct TextForm: Sendable {
    package enum Kind: Sendable {
        case scalar, array, object
        /// The type has values of several forms.
        case undecided
    }

    private enum Source: Sendable {
        case shape(Shape)
        case schema(Kind, members: [(name: String, form: TextForm)], hasOtherMembers: Bool)
    }

    private let source: Source

    package init(of type: any JSONCodable.Type) { self.init(ShapeCache.shared.shape(of: type)) }

    /// The form of values that have a schema, but no Swift type.
    package init(_ kind: Kind, members: [(name: String, form: TextForm)] = [], hasOtherMembers: Bool = false) {
        source = .schema(kind, members: members, hasOtherMembers: hasOtherMembers)
    }

    private init(_ shape: Shape) {
        var shape = shape
        while true {
            switch shape.kind {
            case .optional(_, let wrapped), .indirect(_, let wrapped): shape = wrapped
            default:
                source = .shape(shape)
                return
            }
        }
    }

    package var kind: Kind {
        switch source {
        case .schema(let kind, _, _): kind
        case .shape(let shape):
            switch shape.kind {
            case .array, .tuple: .array
            case .object, .dictionary: .object
            case .union, .json, .opaque: .undecided
            case .string, .bool, .integer, .double, .scalar, .optional, .indirect: .scalar
            }
        }
    }

    /// The members that an object lists.
    package var members: [(name: String, form: TextForm)] {
        switch source {
        case .schema(_, let members, _): return members
        case .shape(let shape):
            guard case .object(let table, let shapes, _) = shape.kind else { return [] }
            return table.members.map { ($0.name, TextForm($0.field < 0 ? JSONValue.shape : shapes[$0.field])) }
        }
    }

    /// Whether an object keeps members that it does not list.
    package var hasOtherMembers: Bool {
        switch source {
        case .schema(_, _, let hasOtherMembers): return hasOtherMembers
        case .shape(let shape):
            switch shape.kind {
            case .object(let table, _, _): return table.map != nil
            case .dictionary: return true
            default: return false
            }
        }
    }
}
