/// A database file that cannot be used.
public struct StorageProblem: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
