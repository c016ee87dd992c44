/// Reads JSON text (RFC 8259) from front to back, strictly.
///
/// Each reading function skips white space, reads one value of its type, and throws if there is another.
public struct JSONReader: ~Copyable {
    let start: UnsafePointer<UInt8>
    let count: Int
    let options: JSONDecodingOptions
    var position = 0
    var depth = 0
    /// Whether the innermost open container has had no element yet.
    var isFirst = true
    /// The name of the current member, escapes resolved; in the text or in `unescaped`.
    var name: UnsafeBufferPointer<UInt8>
    private var isNameASCII = true
    /// The bytes of the last string that had escapes.
    var unescaped = UnescapedBytes()
    private var scratch = ScratchMemory()
    /// Of objects that no table describes.
    private var names = MemberNames()
    /// Whether objects refuse members that they do not list, whatever they say: while variants are tried, one that
    /// loses nothing comes first.
    var refusesUnknownMembers = false
    /// How many bytes may still be read again because variants are tried.
    var trialAllowance: Int

    init(_ text: borrowing PaddedText, options: JSONDecodingOptions) {
        start = text.start
        count = text.count
        self.options = options
        name = UnsafeBufferPointer(start: nil, count: 0)
        trialAllowance = 65_536 + 64 * text.count
    }

    /// Reads a literal of a table, which zero bytes follow.
    init(_ literal: UnsafeBufferPointer<UInt8>) {
        start = literal.baseAddress.unsafelyUnwrapped
        count = literal.count
        options = JSONDecodingOptions()
        name = UnsafeBufferPointer(start: nil, count: 0)
        trialAllowance = 65_536
    }

    /// Reads a value of a type.
    public mutating func decode<Value: JSONCodable>(
        _ type: Value.Type = Value.self
    ) throws(JSONError) -> Value {
        let mark = scratch.mark
        let memory = scratch.allocate(
            byteCount: MemoryLayout<Value>.size, alignment: MemoryLayout<Value>.alignment)
        defer { scratch.release(to: mark) }
        try Value._decode(into: memory, from: &self)
        return memory.assumingMemoryBound(to: Value.self).move()
    }

    /// Throws unless nothing but white space is left.
    mutating func finish() throws(JSONError) {
        skipWhitespace()
        guard position == count else { throw failure(expected: "the end of the text") }
    }

    /// Where the next value begins, in bytes.
    public var offsetOfNextValue: Int {
        mutating get {
            skipWhitespace()
            return position
        }
    }

    // MARK: White space

    @inline(__always)
    mutating func skipWhitespace() {
        if start[position] <= 0x20 { skipMoreWhitespace() }
    }

    @inline(never)
    private mutating func skipMoreWhitespace() {
        while true {
            switch start[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
            default: return
            }
        }
    }

    // MARK: Objects

    public mutating func beginObject() throws(JSONError) {
        skipWhitespace()
        guard start[position] == UInt8(ascii: "{") else { throw mismatch(expected: "an object") }
        try enter()
    }

    /// Reads the name of the next member and the colon after it, or the end of the object.
    ///
    /// - Returns: false at the end of the object.
    public mutating func nextMember() throws(JSONError) -> Bool {
        skipWhitespace()
        var byte = start[position]
        if byte == UInt8(ascii: "}") {
            leave()
            return false
        }
        if isFirst {
            isFirst = false
        } else {
            guard byte == UInt8(ascii: ",") else { throw failure(expected: "`,` or `}`") }
            position &+= 1
            skipWhitespace()
            byte = start[position]
        }
        guard byte == UInt8(ascii: "\"") else { throw failure(expected: "a member's name") }
        let content = try readStringBytes()
        name = content.bytes
        isNameASCII = content.isASCII
        skipWhitespace()
        guard start[position] == UInt8(ascii: ":") else { throw failure(expected: "`:`") }
        position &+= 1
        return true
    }

    /// Reads the members of an object that no table describes. A second member of a name is refused, if the options
    /// say so.
    mutating func readMembers(
        _ readValue: (inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        try beginObject()
        guard options.duplicateMembers == .refused else {
            while try nextMember() { try readValue(&self) }
            return
        }
        let enclosing = names.begin()
        while try nextMember() {
            guard names.insert(name, isTemporary: name.baseAddress == UnsafePointer(unescaped.start)) else {
                var error = duplicateMember(memberName, at: position)
                error.prepend(memberName)
                throw error
            }
            try readValue(&self)
        }
        names.end(enclosing)
    }

    /// The name of the current member.
    public var memberName: String { StringContent(bytes: name, isASCII: isNameASCII).string }

    // MARK: Arrays

    public mutating func beginArray() throws(JSONError) {
        skipWhitespace()
        guard start[position] == UInt8(ascii: "[") else { throw mismatch(expected: "an array") }
        try enter()
    }

    /// Goes to the next element.
    ///
    /// - Returns: false at the end of the array.
    public mutating func nextElement() throws(JSONError) -> Bool {
        skipWhitespace()
        let byte = start[position]
        if byte == UInt8(ascii: "]") {
            leave()
            return false
        }
        if isFirst {
            isFirst = false
            return true
        }
        guard byte == UInt8(ascii: ",") else { throw failure(expected: "`,` or `]`") }
        position &+= 1
        skipWhitespace()
        guard start[position] != UInt8(ascii: "]") else { throw failure(expected: "a value") }
        return true
    }

    @inline(__always)
    private mutating func enter() throws(JSONError) {
        position &+= 1
        depth &+= 1
        guard depth <= options.maximumDepth else { throw tooDeep() }
        isFirst = true
    }

    @inline(__always)
    private mutating func leave() {
        position &+= 1
        depth &-= 1
        isFirst = false
    }

    @inline(never)
    private func tooDeep() -> JSONError {
        JSONError(.limit, at: position, found: "arrays and objects are nested deeper than \(options.maximumDepth)")
    }

    // MARK: Literals

    /// Reads `null`, if that is the next value.
    public mutating func readNull() -> Bool {
        skipWhitespace()
        guard start[position] == UInt8(ascii: "n"), word(at: position) == Self.nullWord else { return false }
        position &+= 4
        return true
    }

    /// Whether the next value is `null`.
    var isNullNext: Bool {
        @inline(__always) mutating get {
            skipWhitespace()
            return start[position] == UInt8(ascii: "n") && word(at: position) == Self.nullWord
        }
    }

    public mutating func readBool() throws(JSONError) -> Bool {
        skipWhitespace()
        let word = word(at: position)
        if word == Self.trueWord {
            position &+= 4
            return true
        }
        if word == Self.falsWord, start[position &+ 4] == UInt8(ascii: "e") {
            position &+= 5
            return false
        }
        throw mismatch(expected: "a boolean")
    }

    @inline(__always)
    private func word(at offset: Int) -> UInt32 {
        UInt32(littleEndian: UnsafeRawPointer(start + offset).loadUnaligned(as: UInt32.self))
    }

    private static var nullWord: UInt32 { 0x6C6C_756E }
    private static var trueWord: UInt32 { 0x6575_7274 }
    private static var falsWord: UInt32 { 0x736C_6166 }
}
