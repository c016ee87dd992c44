import HTTPTypes

/// Finds the described response that matches a received response.
struct ResponseMatch<Output: Sendable, Failure: OperationError> {
    /// The most specific cases for the response's status.
    private let candidates: [ResponseCase<Output, Failure>]
    private let contentType: String?
    /// Whether the response can have a body (RFC 9110, sections 6.4.1 and 15).
    private let hasBody: Bool

    init(_ head: HTTPResponse, method: String, in cases: [ResponseCase<Output, Failure>]) {
        let status = head.status.code
        // Loops, because closures and tuples of generic types cost more than the comparison.
        var best = 0
        var indices: [Int] = []
        for index in cases.indices {
            guard let specificity = cases[index].status.specificity(for: status), specificity >= best else { continue }
            if specificity > best { indices.removeAll(keepingCapacity: true) }
            best = specificity
            indices.append(index)
        }
        var candidates: [ResponseCase<Output, Failure>] = []
        for index in indices { candidates.append(cases[index]) }
        self.candidates = candidates
        contentType = head.headerFields[.contentType]
        hasBody = method != "HEAD" && status >= 200 && ![204, 205, 304].contains(status)
    }

    /// The matching case, or `nil` if the API description does not list the response.
    var entry: ResponseCase<Output, Failure>? {
        guard hasBody else { return candidates.first { $0.form == .none } }
        guard let contentType else { return candidates.first }
        if candidates.count == 1, candidates[0].contentType == contentType, Self.isPlain(contentType) {
            return candidates[0]
        }
        guard let actual = MediaType(contentType) else { return candidates.first { $0.form == .none } }
        var best: (entry: ResponseCase<Output, Failure>, rank: Rank)?
        for entry in candidates {
            guard let rank = rank(of: entry, actual), best.map({ $0.rank < rank }) ?? true else { continue }
            best = (entry, rank)
        }
        return best?.entry
    }

    /// Whether a text is one media type without parameters, and no range.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "*") }
            && text.utf8.count { $0 == UInt8(ascii: "/") } == 1
    }

    /// The quality of the match between a described media type and the actual one.
    private enum Rank: Comparable {
        case withoutBody, anything, range, suffix, essence
        /// The number of equal parameters.
        case parameters(Int)
    }

    private func rank(of entry: ResponseCase<Output, Failure>, _ actual: MediaType) -> Rank? {
        if entry.contentType == nil { return .withoutBody }
        return entry.contentTypes.compactMap { MediaType($0).flatMap { rank(of: $0, entry, actual) } }.max()
    }

    private func rank(
        of described: MediaType, _ entry: ResponseCase<Output, Failure>, _ actual: MediaType
    ) -> Rank? {
        if described.isRange {
            guard described.includes(actual), entry.form != .json || actual.isJSON else { return nil }
            return described.type == "*" ? .anything : .range
        }
        if described.essence == actual.essence {
            if described.parameters.isEmpty { return .essence }
            if described.parameters.allSatisfy({ actual.parameters[$0.key] == $0.value }) {
                return .parameters(described.parameters.count)
            }
            // A server may omit a parameter if no other case differs in it.
            let isMissing = described.parameters.keys.allSatisfy { actual.parameters[$0] == nil }
            return isMissing && isOnly(described, entry) ? .suffix : nil
        }
        return entry.form == .json && actual.isJSON && isOnly(described, entry) ? .suffix : nil
    }

    /// Returns whether no other case is JSON, and none has the same media type with other parameters.
    private func isOnly(_ described: MediaType, _ entry: ResponseCase<Output, Failure>) -> Bool {
        candidates.allSatisfy { candidate in
            let isOther = candidate.contentType != entry.contentType
            return candidate.contentTypes.compactMap { MediaType($0) }.allSatisfy { other in
                if other == described || other.isRange { return true }
                return other.essence != described.essence && !(isOther && other.isJSON && described.isJSON)
            }
        }
    }
}
