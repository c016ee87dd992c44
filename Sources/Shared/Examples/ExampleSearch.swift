import ApusModels

/// Makes values of a schema until one is valid.
///
/// The parts of a value that violate the schema are made again, and the rest stays. A value with several parts that are
/// valid by chance is found as fast as the least likely of them, not as their product.
package struct ExampleSearch {
    /// A value that was made, and why it is not valid, if it is not.
    package struct Made {
        package var value: JSONValue
        package var violations: [Violation] = []
    }

    private let schemas: ExampleSchemas
    private let random: SeededGenerator
    /// The JSON Pointer of the value that could not be made, if no value was.
    package private(set) var obstacle: String?

    package init(_ schemas: ExampleSchemas, random: SeededGenerator) {
        self.schemas = schemas
        self.random = random
    }

    /// Returns a valid value, or else the one with the fewest violations, or `nil` if none can be made.
    ///
    /// - Parameters:
    ///   - styles: The choices to try, one after the other.
    ///   - tries: The values to make in each style.
    ///   - violations: Returns why a value is not valid.
    package mutating func make(
        _ schema: JSONValue, styles: [ExampleStyle], tries: Int, violations: (JSONValue) -> [Violation]
    ) -> Made? {
        var seeds = random
        var best: Made?
        for style in styles {
            let random = SeededGenerator(seed: seeds.next())
            var closest: (redraws: [String: UInt64], violations: [Violation])?
            var redraws: [String: UInt64] = [:]
            for number in 1...UInt64(tries) {
                var maker = ExampleMaker(schemas, style: style, random: random, redraws: redraws)
                let value = maker.make(schema)
                var pointers = [maker.obstacle ?? ""]
                if let value {
                    let found = violations(value)
                    if found.isEmpty { return Made(value: value) }
                    if found.count < best?.violations.count ?? .max { best = Made(value: value, violations: found) }
                    if found.count <= closest?.violations.count ?? .max { closest = (redraws, found) }
                } else {
                    obstacle = maker.obstacle
                }
                if let closest {
                    redraws = closest.redraws
                    pointers = closest.violations.map(\.pointer)
                }
                // Half of the time the part itself, then what contains it, and so on.
                for pointer in pointers {
                    redraws[Self.ancestor(of: pointer, levels: number.trailingZeroBitCount)] = number
                }
            }
        }
        return best
    }

    private static func ancestor(of pointer: String, levels: Int) -> String {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropLast(levels).joined(separator: "/")
    }
}
