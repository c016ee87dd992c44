import ApusAPIModel
import ApusDiagnostics
import ApusFormat

/// The member list of an object's table, as it is written. `MemberList` in the runtime reads it.
struct MemberListText {
    /// The members and marks. Only white space separates them in the list.
    private(set) var items: [String] = []

    mutating func add(_ name: String, mayBeAbsent: Bool = false, mayBeNull: Bool = false) {
        items.append(Self.name(name) + Self.marks((.mayBeAbsent, mayBeAbsent), (.mayBeNull, mayBeNull)))
    }

    mutating func add(_ name: String, constant: JSONLiteral, mayBeAbsent: Bool) {
        let marks = Self.marks((.mayBeAbsent, mayBeAbsent), (.constant, true), (.constant, true))
        items.append(Self.name(name) + marks + constant.json)
    }

    mutating func addOtherMembers(of object: ObjectShape) {
        switch object.additionalProperties {
        case .ignored: break
        case .forbidden: items.append(MemberMark.closed.text)
        case .kept: items.append((object.isPartOfOverlap ? MemberMark.keepsOverlap : .keepsOthers).text)
        }
    }

    mutating func add(memberOfOtherDirection name: String) {
        items.append(MemberMark.otherDirection.text + Self.name(name))
    }

    mutating func addWireState() { items.append(MemberMark.wireState.text) }

    /// A name as it is, or as a JSON string if it has characters that mean something in the list.
    static func name(_ name: String) -> String {
        !name.isEmpty && name.utf8.allSatisfy(isPlainInMemberName) ? name : jsonQuoted(name)
    }

    private static func marks(_ marks: (MemberMark, isSet: Bool)...) -> String {
        marks.map { $0.isSet ? $0.0.text : "" }.joined()
    }
}
