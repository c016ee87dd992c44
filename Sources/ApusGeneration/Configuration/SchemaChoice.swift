/// Which component schemas become types.
enum SchemaChoice: String, CaseIterable {
    /// Those that an operation needs; all of them in a description without operations.
    case reachable
    case all
}
