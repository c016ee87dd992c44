public import ApusDiagnostics

/// A selection of operations.
///
/// An operation is selected if `include` is empty or matches it, and `exclude` does not match it.
public struct OperationFilter: Sendable {
    /// Properties that select operations.
    public struct Selection: Sendable {
        public var tags: [Name]
        /// Paths as in the description. A path that ends in `*` matches all paths with that prefix.
        public var paths: [Name]
        /// Values of `operationId`, or methods with paths such as `GET /pets`.
        public var operations: [Name]

        public init(tags: [Name] = [], paths: [Name] = [], operations: [Name] = []) {
            self.tags = tags
            self.paths = paths
            self.operations = operations
        }

        var isEmpty: Bool { tags.isEmpty && paths.isEmpty && operations.isEmpty }
    }

    /// A name and its place, so that a name that matches nothing is reported there.
    public struct Name: Sendable {
        public var text: String
        public var place: Place?

        public init(_ text: String, at place: Place? = nil) {
            self.text = text
            self.place = place
        }
    }

    public var include: Selection
    public var exclude: Selection

    public init(include: Selection = Selection(), exclude: Selection = Selection()) {
        self.include = include
        self.exclude = exclude
    }

    public var isEmpty: Bool { include.isEmpty && exclude.isEmpty }
}
