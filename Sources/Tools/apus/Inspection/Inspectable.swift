/// A value that `apus inspect` shows.
///
/// The form of each part of the intermediate representation is written out in this folder, because other tools read
/// its JSON: a field of Swift can be renamed without a change for them.
protocol Inspectable {
    var tree: ValueTree { get }
}

extension ValueTree: Inspectable {
    var tree: ValueTree { self }
}

extension String: Inspectable {
    var tree: ValueTree { .scalar(self) }
}

extension Bool: Inspectable {
    var tree: ValueTree { .boolean(self) }
}

extension Int: Inspectable {
    var tree: ValueTree { .number(String(self)) }
}

extension Int64: Inspectable {
    var tree: ValueTree { .number(String(self)) }
}

extension Optional: Inspectable where Wrapped: Inspectable {
    var tree: ValueTree { self?.tree ?? .list([]) }
}

extension Array: Inspectable where Element: Inspectable {
    var tree: ValueTree { .list(map(\.tree)) }
}
