import HTTPTypes

/// Finds the described response that matches a received response.
struct ResponseMatch {
    private let descriptions: [ResponseDescription]
    /// The indices of the most specific descriptions of the response's status.
    private let candidates: [Int]
    private let contentType: String?
    /// Whether the response can have a body (RFC 9110, sections 6.4.1 and 15).
    private let hasBody: Bool

    init(_ head: HTTPResponse, method: String, in descriptions: [ResponseDescription]) {
        let status = head.status.code
        var best = 0
        var candidates: [Int] = []
        for (index, description) in descriptions.enumerated() {
            guard let specificity = description.status.specificity(for: status), specificity >= best else { continue }
            if specificity > best { candidates.removeAll(keepingCapacity: true) }
            best = specificity
            candidates.append(index)
        }
        self.descriptions = descriptions
        self.candidates = candidates
        contentType = head.headerFields.value(of: .contentType)
        hasBody = method != "HEAD" && status >= 200 && status != 204 && status != 205 && status != 304
    }

    /// The index of the matching description, or `nil` if the API description does not list the response.
    var index: Int? {
        guard hasBody else { return firstWithoutBody }
        guard let contentType else { return candidates.first }
        if candidates.count == 1, descriptions[candidates[0]].contentType == contentType, Self.isPlain(contentType) {
            return candidates[0]
        }
        guard let actual = MediaType(contentType) else { return firstWithoutBody }
        var best: (index: Int, rank: Rank)?
        for index in candidates {
            guard let rank = rank(of: descriptions[index], actual), best.map({ $0.rank < rank }) ?? true else {
                continue
            }
            best = (index, rank)
        }
        return best?.index
    }

    private var firstWithoutBody: Int? { candidates.first { descriptions[$0].form == .none } }

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

    private func rank(of entry: ResponseDescription, _ actual: MediaType) -> Rank? {
        if entry.contentType == nil { return .withoutBody }
        return entry.contentTypes.compactMap { MediaType($0).flatMap { rank(of: $0, entry, actual) } }.max()
    }

    private func rank(
        of described: MediaType, _ entry: ResponseDescription, _ actual: MediaType
    ) -> Rank? {
        if described.isRange {
            guard described.includes(actual), entry.form != .json || actual.isJSON else { return nil }
            return described.type == "*" ? .anything : .range
        }
        if described.hasSameEssence(as: actual) {
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
    private func isOnly(_ described: MediaType, _ entry: ResponseDescription) -> Bool {
        candidates.allSatisfy { index in
            let candidate = descriptions[index]
            let isOther = candidate.contentType != entry.contentType
            return candidate.contentTypes.compactMap { MediaType($0) }.allSatisfy { other in
                if other == described || other.isRange { return true }
                return !other.hasSameEssence(as: described) && !(isOther && other.isJSON && described.isJSON)
            }
        }
    }
}
