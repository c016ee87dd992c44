import ApusModels
import GalileoServer

/// A query of sessions: which ones, in which order, and which page.
struct SessionQuery {
    let request: QuerySessionsRequest

    func page(of sessions: [StoredSession]) throws -> QuerySessionsResponse {
        let found = sorted(sessions.filter(matches))
        let start = start(in: found)
        let page = found[start...].prefix(max(request.effectiveLimit, 0))
        let end = page.endIndex
        let hasNext = end < found.endIndex && !page.isEmpty
        return try QuerySessionsResponse(
            numRecords: page.count, startingToken: start, limit: request.effectiveLimit,
            paginated: start > 0 || hasNext, nextStartingToken: hasNext ? end : nil, lastRowID: page.last?.id,
            records: page.map { .session(try request.effectiveTruncateFields ? $0.record.truncated : $0.record) })
    }

    private func matches(_ session: StoredSession) -> Bool {
        for (wanted, id) in [
            (request.logStreamID, session.scope.logStreamID), (request.experimentID, session.scope.experimentID),
            (request.metricsTestingID, session.scope.metricsTestingID),
        ] {
            if let wanted = wanted.value, wanted != id { return false }
        }
        return (request.filters ?? []).allSatisfy { Condition($0).holds(for: session.columns) }
            && request.filterTree.value?.holds(for: session.columns) ?? true
    }

    /// Returns where the page begins: after the last row of the page before if the query names it, because sessions may
    /// have been created since. Otherwise at the offset.
    private func start(in found: [StoredSession]) -> Int {
        let offset = min(max(request.effectiveStartingToken, 0), found.count)
        guard let row = request.previousLastRowID.value, let index = found.firstIndex(where: { $0.id == row }) else {
            return offset
        }
        return index + 1
    }

    /// Sorts by the column. Records without a value come last, and the newest of equal ones first.
    private func sorted(_ sessions: [StoredSession]) -> [StoredSession] {
        let sort = request.effectiveSort
        let comparing = Comparing(kind: ColumnKind(sort.columnID))
        return sessions.map { ($0, $0.columns[sort.columnID]) }.sorted { left, right in
            switch (left.1, right.1) {
            case (let first?, let second?):
                let order = comparing.order(first, second) ?? 0
                if order != 0 { return sort.effectiveAscending ? order < 0 : order > 0 }
            case (_?, nil): return true
            case (nil, _?): return false
            case (nil, nil): break
            }
            return left.0.isNewer(than: right.0)
        }.map(\.0)
    }
}

extension StoredSession {
    fileprivate func isNewer(than other: StoredSession) -> Bool {
        let (time, otherTime) = (createdAt, other.createdAt)
        if let time, let otherTime, time != otherTime { return time > otherTime }
        return id.uuidString > other.id.uuidString
    }
}

extension SessionRecord {
    private static let longestText = 1000

    /// The record with its long texts cut short.
    fileprivate var truncated: SessionRecord {
        var record = self
        if case .string(let text)? = input { record.input = .string(String(text.prefix(Self.longestText))) }
        if case .string(let text)? = output { record.output = .string(String(text.prefix(Self.longestText))) }
        record.datasetInput = datasetInput.map { String($0.prefix(Self.longestText)) }
        record.datasetOutput = datasetOutput.map { String($0.prefix(Self.longestText)) }
        return record
    }
}
