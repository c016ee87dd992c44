import ApusModels
import GalteaServer

/// A list of sessions, as the query of `GET /sessions` asks for it: filters that all have to match, an order and a page.
struct SessionList {
    /// The names in the query and their values, such as `customIds` and `my-session-1`. A name may end with `[]`.
    private let values: [String: [String]]

    init(_ pairs: some Sequence<(String, String)>) {
        values = Dictionary(grouping: pairs) { $0.0.hasSuffix("[]") ? String($0.0.dropLast(2)) : $0.0 }
            .mapValues { $0.map(\.1) }
    }

    /// A filter that cannot be applied, because nothing tells to which test a test case belongs.
    var unknownFilter: String? { ["testIds", "excludeTestIds"].first { values[$0] != nil } }

    func page(of sessions: [Session]) -> [Session] {
        var found = sessions.filter(matches)
        if let sort = values["sort"], sort.first == "createdAt", sort.last == "desc" { found.reverse() }
        let offset = number("offset") ?? 0
        return Array(found.dropFirst(offset).prefix(number("limit") ?? found.count))
    }

    private func number(_ name: String) -> Int? { values[name]?.last.flatMap { Int($0) }.map { max($0, 0) } }

    private func matches(_ session: Session) -> Bool {
        for (name, value) in [
            ("ids", session.id), ("customIds", session.customID), ("productIds", session.productID),
            ("versionIds", session.versionID), ("testCaseIds", session.testCaseID), ("userIds", session.userID),
            ("statuses", session.status?.rawValue),
        ] {
            guard let wanted = values[name] else { continue }
            guard let value, wanted.contains(value) else { return false }
        }
        let created = session.createdAt ?? .now
        if let from = values["fromCreatedAt"]?.last.flatMap({ DateTime($0) }), created < from { return false }
        if let to = values["toCreatedAt"]?.last.flatMap({ DateTime($0) }), created > to { return false }
        return true
    }
}

extension Session {
    /// The product that the request named instead of a version.
    fileprivate var productID: String? {
        let prefix = GalteaService.latestVersion(ofProduct: "")
        return versionID.flatMap { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil }
    }
}
