public import ApusDiagnostics

/// Which of a description's operations are lowered.
///
/// An operation is taken if `include` is empty or means it, and `exclude` does not.
public struct OperationFilter: Sendable {
    /// Operations by what they have in common.
    public struct Selection: Sendable {
        public var tags: [Name]
        /// Paths as in the description; one that ends in `*` means all that begin alike.
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

    /// A name and where it was given, so that one that means nothing is reported there.
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
