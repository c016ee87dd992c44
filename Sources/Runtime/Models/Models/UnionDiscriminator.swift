/// The member that identifies a union's variant, and the plans for its values.
final class UnionDiscriminator: Sendable {
    let name: Member.Bytes
    let values: UnionValues

    /// Its memory is never freed, like that of tables.
    init(name: String, values: UnionValues) {
        self.name = Member.Bytes(copying: Array(name.utf8))
        self.values = values
    }
}

/// The values that identify a union's variant, and the plan for each.
final class UnionValues: Sendable {
    let texts: [(utf8: Member.Bytes, plan: UnionPlan)]
    /// The values that are not strings.
    let others: [(value: JSONValue, plan: UnionPlan)]

    /// Its memory is never freed, like that of tables.
    init(_ pairs: [(key: JSONValue, plan: UnionPlan)]) {
        texts = pairs.compactMap { value, plan in
            value.string.map { (Member.Bytes(copying: Array($0.utf8)), plan) }
        }
        others = pairs.filter { $0.key.string == nil }.map { ($0.key, $0.plan) }
    }

    /// Returns the plan for the next value, or `nil` if the value is not listed.
    func plan(for reader: inout JSONReader) throws(JSONError) -> UnionPlan? {
        reader.skipWhitespace()
        if unsafe reader.start[reader.position] == UInt8(ascii: "\"") {
            let text = unsafe try reader.readStringBytes().bytes
            return unsafe texts.withUnsafeBufferPointer { texts in
                var index = 0
                while index < texts.count {
                    if unsafe texts[index].utf8.isEqual(toRead: text) { return unsafe texts[index].plan }
                    index &+= 1
                }
                return nil
            }
        }
        if others.isEmpty { return nil }
        let value = try reader.readValue()
        return others.first { $0.value == value }?.plan
    }
}
