/// A description of an object: the names and rules of its members and the types of the struct's stored properties.
///
/// Generated code creates it (see <doc:GeneratedCode>). Shared code uses it to decode, encode, compare, and validate
/// all objects.
///
/// A table is created once for a static property and never freed. A pointer, so that passing it needs no reference
/// counting.
@safe  // The memory behind the pointer is never changed or freed.
public struct ObjectTable: @unchecked Sendable {
    struct Contents {
        let type: any ObjectModel.Type
        let members: Members
        let fields: Fields
        let otherMembers: MemberList.OtherMembers
        /// The names of members that only exist in the other direction. They are kept even if other members are not.
        let otherDirection: [Member.Bytes]
        /// The type of the dictionary of other members, which is the last field.
        let map: (any MemberMap.Type)?
        let wireStates: Int
        /// The indices of members sorted by the UTF-8 of their names.
        let sortedMembers: [Int]
        /// A JSON Schema of the constraints that decoding does not check.
        let constraints: StaticString?
        /// The types that `$ref`s in the constraints name.
        let references: [any JSONCodable.Type]
        let rules: [ModelRule]
    }

    let contents: UnsafePointer<Contents>

    /// - Precondition: The types are those of the struct's stored properties in declaration order.
    public init<Model: ObjectModel>(
        of type: Model.Type, _ memberList: StaticString, _ types: [any JSONCodable.Type],
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil,
        rules: [ModelRule] = []
    ) {
        let list = MemberList(memberList, of: type)
        let stored = list.entries.count { $0.constant == nil }
        let keepsOthers = list.otherMembers != .skipped || !list.otherDirection.isEmpty
        precondition(
            types.count == stored + (keepsOthers ? 1 : 0),
            "The table of \(type) has \(types.count) types for \(stored) stored members.")
        let map = keepsOthers ? types[stored] as? any MemberMap.Type : nil
        precondition(!keepsOthers || map != nil, "Other members of \(type) must be kept in a dictionary.")
        var bits = 0..<(64 * list.wireStates)
        var nextField = 0
        let names = Member.Bytes.neighbors(list.entries.map { Array($0.name.utf8) })
        let quotedNames = Member.Bytes.neighbors(list.entries.map { quoted($0.name) })
        let members = Members(
            list.entries.enumerated().map { index, entry in
                var field = -1
                if entry.constant == nil {
                    field = nextField
                    nextField += 1
                }
                return Member(
                    entry, utf8: names[index], quoted: quotedNames[index], field: field,
                    type: field < 0 ? nil : types[field], bits: &bits, of: type)
            })
        let contents = UnsafeMutablePointer<Contents>.allocate(capacity: 1)
        unsafe contents.initialize(
            to: Contents(
                type: type, members: members, fields: Fields(of: type, types, wireStates: list.wireStates),
                otherMembers: list.otherMembers,
                otherDirection: list.otherDirection.map { Member.Bytes(copying: Array($0.utf8)) }, map: map,
                wireStates: list.wireStates,
                sortedMembers: members.indices.sorted { utf8Precedes(members[$0].name, members[$1].name) },
                constraints: constraints, references: references, rules: rules))
        unsafe self.contents = unsafe UnsafePointer(contents)
    }

    var type: any ObjectModel.Type { unsafe contents.pointee.type }
    var members: Members { unsafe contents.pointee.members }
    var fields: Fields { unsafe contents.pointee.fields }
    var otherMembers: MemberList.OtherMembers { unsafe contents.pointee.otherMembers }
    var otherDirection: [Member.Bytes] { unsafe contents.pointee.otherDirection }

    /// Returns whether a member only exists in the other direction.
    func isOfOtherDirection(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { name in otherDirection.contains { unsafe $0.isEqual(to: name) } }
    }
    var map: (any MemberMap.Type)? { unsafe contents.pointee.map }
    var wireStates: Int { unsafe contents.pointee.wireStates }
    var sortedMembers: [Int] { unsafe contents.pointee.sortedMembers }
    var constraints: StaticString? { unsafe contents.pointee.constraints }
    var references: [any JSONCodable.Type] { unsafe contents.pointee.references }
    var rules: [ModelRule] { unsafe contents.pointee.rules }
}

extension Member {
    fileprivate init(
        _ entry: MemberList.Entry, utf8: Bytes, quoted: Bytes, field: Int, type: (any JSONCodable.Type)?,
        bits: inout Range<Int>, of model: Any.Type
    ) {
        self.utf8 = utf8
        self.quoted = quoted
        mayBeAbsent = entry.mayBeAbsent
        isNullable = entry.isNullable
        self.field = field
        constant = entry.constant.map { Bytes(copying: $0) }
        absence = type as? any AbsenceRepresentable.Type
        let isPlainOptional = absence.map { !$0.isPresence && !$0.wrapped._acceptsNull } ?? false
        nullRule = !isPlainOptional ? .typeDecides : isNullable ? .isNil : .refused
        let needsBit = mayBeAbsent && (constant != nil || isNullable && absence?.isPresence == false)
        wireBit = needsBit ? bits.popFirst() ?? -1 : -1
        precondition(
            !mayBeAbsent || constant != nil || absence != nil,
            "The member `\(entry.name)` of \(model) may be absent, but its type has no value for that.")
    }
}

/// Returns a member's name as a JSON string in its usual spelling and a colon.
private func quoted(_ name: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(name)
    writer.append(UInt8(ascii: ":"))
    return writer.bytes
}

extension Member.Bytes {
    /// Copies texts into adjacent memory, because they are read in this order. Zero bytes follow the last one.
    fileprivate static func neighbors(_ texts: [[UInt8]]) -> [Member.Bytes] {
        var start = unsafe Member.Bytes(copying: Array(texts.joined())).start
        return texts.map { text in
            defer { unsafe start += text.count }
            return unsafe Member.Bytes(start: start, count: text.count)
        }
    }

    /// Copies bytes and appends zero bytes, so that a reader can look ahead.
    init(copying bytes: [UInt8]) {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + PaddedText.padding)
        unsafe copy.initialize(repeating: 0, count: bytes.count + PaddedText.padding)
        unsafe bytes.withUnsafeBufferPointer { bytes in
            if let base = bytes.baseAddress { unsafe copy.update(from: base, count: bytes.count) }
        }
        unsafe start = unsafe UnsafePointer(copy)
        count = bytes.count
    }
}
