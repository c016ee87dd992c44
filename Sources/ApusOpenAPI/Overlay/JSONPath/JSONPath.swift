/// A query of JSONPath (RFC 9535): which nodes of a document are meant.
struct JSONPath {
    enum Start {
        /// `$`
        case root
        /// `@`, in a filter.
        case current
    }

    struct Segment {
        /// `..`: the selectors apply to the node and all below it.
        var isDescendant: Bool
        var selectors: [Selector]
    }

    enum Selector {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Condition)
    }

    /// A logical expression (section 2.3.5).
    indirect enum Condition {
        case any([Condition])
        case all([Condition])
        case not(Condition)
        case exists(JSONPath)
        case comparison(Operand, Comparison, Operand)
        /// `match()` or `search()`.
        case matches(Operand, pattern: Operand, isWhole: Bool)
    }

    enum Comparison: String {
        case equal = "==", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    }

    /// What is compared.
    indirect enum Operand {
        case string(String)
        case number(Double)
        case boolean(Bool)
        case null
        /// A query that selects one node at most.
        case query(JSONPath)
        case length(Operand)
        case count(JSONPath)
        case value(JSONPath)
    }

    var start: Start
    var segments: [Segment]

    /// Whether the query selects one node at most (section 2.3.5.1).
    var isSingular: Bool {
        segments.allSatisfy { segment in
            guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
            switch segment.selectors[0] {
            case .name, .index: return true
            case .wildcard, .slice, .filter: return false
            }
        }
    }
}

/// Why a text is no query.
struct JSONPathError: Error {
    /// Where in the text, in code points.
    var position: Int
    var reason: String
}
