import ApusModels
import GalileoServer

/// Brings queries in forms that the description does not have into its form.
enum GalileoQueryForms {
    @Sendable static func rewrite(_ query: inout JSONObject) {
        for name in ["starting_token", "limit"] { query[name] = query[name].map(limiting) }
        guard let filters = query["filters"]?.array else { return }
        let named = filters.map(naming).map(typing)
        let newer = named.filter(isNewer)
        query["filters"] = .array(named.filter { !isNewer($0) })
        guard !newer.isEmpty else { return }
        // The leaves of a tree know all operators.
        var parts = newer.map { JSONValue.object(["filter": $0]) }
        if let tree = query["filter_tree"], !tree.isNull { parts.append(tree) }
        query["filter_tree"] = ["and": .array(parts)]
    }

    /// An integer has no limits in the description. One of more than 64 bits is as good as the largest or smallest.
    private static func limiting(_ value: JSONValue) -> JSONValue {
        guard value.integer == nil, let number = value.double, number == number.rounded(), abs(number) >= 0x1p63 else {
            return value
        }
        return .integer(number < 0 ? .min : .max)
    }

    /// The vendor's logger names the column by `name`.
    private static func naming(_ filter: JSONValue) -> JSONValue {
        guard var members = filter.object, members["column_id"] == nil, let name = members["name"], name.string != nil
        else { return filter }
        members["column_id"] = name
        return .object(members)
    }

    /// The description does not require `type`: a filter without it is valid if it is one of exactly one kind.
    private static func typing(_ filter: JSONValue) -> JSONValue {
        guard let members = filter.object, members["type"] == nil else { return filter }
        let candidates = ["id", "date", "number", "boolean", "collection", "text"].map { type in
            var members = members
            members["type"] = .string(type)
            return JSONValue.object(members)
        }
        let fitting = candidates.filter { candidate in
            guard let bytes = try? JSON.encode(candidate) else { return false }
            return (try? JSON.decode(Filter.self, from: bytes)) != nil
        }
        return fitting.count == 1 ? fitting[0] : filter
    }

    /// Whether a filter has an operator of newer versions of the API.
    private static func isNewer(_ filter: JSONValue) -> Bool {
        guard filter["column_id"]?.string != nil, let value = filter["value"] else { return false }
        return switch (filter["type"]?.string, filter["operator"]?.string) {
        case ("boolean", "ne"): value.bool != nil
        case ("collection", "one_of"): value.string != nil || value.array?.allSatisfy { $0.string != nil } == true
        default: false
        }
    }
}
