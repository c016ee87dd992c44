/// A JSONPath query (RFC 9535), which selects nodes of a document.
struct JSONPath {
    enum Start {
        /// `$`
        case root
        /// `@`, in a filter.
        case current
    }

    struct Segment {
        /// `..`: the selectors apply to a node and all its descendants.
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
        /// A call of `match()` or `search()`.
        case matches(Operand, pattern: Operand, isWhole: Bool)
    }

    enum Comparison: String {
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    /// An operand of a comparison.
    indirect enum Operand {
        case string(String)
        case number(Double)
        case boolean(Bool)
        case null
        /// A singular query.
        case query(JSONPath)
        case length(Operand)
        case count(JSONPath)
        case value(JSONPath)
    }

    var start: Start
    var segments: [Segment]

    /// Whether the query selects at most one node (section 2.3.5.1).
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

/// The reason why a text is not a query.
struct JSONPathError: Error {
    /// The position in the text, in code points.
    var position: Int
    var reason: String
}
