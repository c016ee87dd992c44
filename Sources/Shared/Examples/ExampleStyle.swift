/// The choices among the values of a schema.
package struct ExampleStyle: Sendable {
    /// The optional members that are made.
    package enum Members: Sendable {
        case all
        case required
        /// Another share of them for each object.
        case random
    }

    /// Whether examples and defaults of schemas are used.
    var usesExamples: Bool
    var members: Members
    /// The elements of arrays, and the members of maps, if the schema allows that many.
    var count: ClosedRange<Int>
    /// The number of the first variant of unions, or `nil` for a random one.
    var firstVariant: Int?

    package init(
        usesExamples: Bool = false, members: Members, count: ClosedRange<Int>, firstVariant: Int? = nil
    ) {
        self.usesExamples = usesExamples
        self.members = members
        self.count = count
        self.firstVariant = firstVariant
    }

    /// Everything that may be there, up to a depth.
    package static let complete = ExampleStyle(members: .all, count: 1...3)
    /// Anything between the least and the most.
    package static let random = ExampleStyle(members: .random, count: 0...3)
}
