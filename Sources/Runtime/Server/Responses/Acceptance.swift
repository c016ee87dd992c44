import ApusClient

/// The `Accept` field of a request (RFC 9110, section 12.5.1).
package struct Acceptance: Sendable {
    private let ranges: [(range: MediaType, quality: Double)]

    /// - Parameter field: The field's value, or `nil` if there is none. Then everything is acceptable.
    package init(_ field: String?) {
        ranges = MediaType.list(field).compactMap { text in
            guard var range = MediaType(text) else { return nil }
            let quality = range.parameters.removeValue(forKey: "q").flatMap(Double.init) ?? 1
            return (range, quality)
        }
    }

    /// Returns the quality value of a media type, from 0 (not acceptable) to 1. It is the value of the most specific
    /// range.
    func quality(of contentType: String) -> Double {
        if ranges.isEmpty { return 1 }
        guard let type = MediaType(contentType) else { return 0 }
        var best: (rank: Int, quality: Double)?
        for entry in ranges {
            let includes = type.isRange ? overlap(entry.range, type) : entry.range.includes(type)
            guard includes, entry.range.parameters.allSatisfy({ type.parameters[$0.key] == $0.value }) else {
                continue
            }
            let rank =
                entry.range.type == "*" ? 0 : entry.range.subtype == "*" ? 1 : 2 + entry.range.parameters.count
            if best.map({ $0.rank < rank }) ?? true { best = (rank, entry.quality) }
        }
        return best?.quality ?? 0
    }

    /// Returns the media type with the highest quality value, the first of equals, or `nil` if none is acceptable.
    package func best(of contentTypes: [String]) -> String? {
        var best: (type: String, quality: Double)?
        for type in contentTypes {
            let quality = quality(of: type)
            if quality > 0, best.map({ $0.quality < quality }) ?? true { best = (type, quality) }
        }
        return best?.type
    }

    private func overlap(_ left: MediaType, _ right: MediaType) -> Bool {
        (left.type == "*" || right.type == "*" || left.type == right.type)
            && (left.subtype == "*" || right.subtype == "*" || left.subtype == right.subtype)
    }
}
