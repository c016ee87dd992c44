/// The format that generated code and the runtime agree on.
///
/// Raise it with every change after which generated code must be generated again: another mark, key or meaning in a
/// table, or a protocol of models that asks for more. Then declare the type of the new format in
/// `ApusModels/Models/GeneratedFormat.swift`, and mark the one before it as unavailable.
package enum GeneratedFormat {
    package static let current = 3

    /// The type of the runtime that generated files name.
    package static let typeName = "GeneratedFormat\(current)"
}
