import ApusModels
import GalileoServer

/// The values of a record by the names of its columns, such as `name` and `metrics/duration_ns`.
struct Columns: Sendable {
    private let members: JSONObject

    init(_ members: JSONObject) { self.members = members }

    init(_ record: SessionRecord) throws { members = try JSONValue(encoding: record).object ?? [:] }

    /// The record.
    var content: JSONValue { .object(members) }

    /// The value of a column, or `nil` if the record has none. A slash leads into an object.
    subscript(column: String) -> JSONValue? {
        if let value = members[column] { return value.isNull ? nil : value }
        var value = JSONValue.object(members)
        for name in column.split(separator: "/", omittingEmptySubsequences: false) {
            guard let member = value[String(name)], !member.isNull else { return nil }
            value = member
        }
        return value
    }
}

/// How the values of a column are compared.
enum ColumnKind {
    /// UUIDs, which ignore case.
    case identifier
    /// Points in time, whatever their offset from UTC.
    case time
    /// Anything else: the type of its values decides.
    case plain

    init(_ column: String) {
        switch column {
        case "created_at", "updated_at": self = .time
        // The caller's own identifiers are texts.
        case "external_id": self = .plain
        default: self = column == "id" || column.hasSuffix("_id") ? .identifier : .plain
        }
    }
}
