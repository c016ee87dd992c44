import ApusByteText

/// A strict reader that decodes JSON text (RFC 8259) from front to back.
///
/// Each reading function skips white space, reads one value of its type, and throws if the next value has another type.
@safe  // The position stays within the padded text, and the reader does not outlive the text.
public struct JSONReader: ~Copyable {
    let start: UnsafePointer<UInt8>
    let count: Int
    let options: JSONDecodingOptions
    var position = 0
    var depth = 0
    /// Whether the innermost open container has had no element yet.
    var isFirst = true
    /// The name of the current member with escapes resolved, stored in the text or in `unescaped`.
    var name: UnsafeBufferPointer<UInt8>
    private var isNameASCII = true
    /// The content of the last string that had escapes.
    var unescaped = UnescapedBytes()
    var scratch = ScratchMemory()
    var contents = ContentCache()
    /// The names in objects that are decoded without a table.
    private var names = MemberNames()
    /// Whether all objects refuse members that they do not list. Trials of union variants set this first, to prefer a
    /// variant that keeps everything.
    var refusesUnknownMembers = false
    /// Whether members of the other direction, request or response, are skipped instead of kept.
    var skipsOtherDirection = false
    /// Whether a member of the other direction is an error.
    var refusesOtherDirection = false
    /// Whether a string can be a number or a boolean, because the text was made of texts without types.
    var readsTexts = false
    /// Whether closed objects refuse members that they do not list instead of keeping them. Trials set this.
    var refusesUnrecognizedMembers = false
    /// The number of unlisted members that closed objects have kept.
    var unrecognizedMemberCount = 0
    /// The number of bytes that trials of union variants may still read again.
    var trialAllowance: Int

    init(_ text: borrowing PaddedText, options: JSONDecodingOptions) {
        unsafe start = unsafe text.start
        count = text.count
        self.options = options
        unsafe name = unsafe UnsafeBufferPointer(start: nil, count: 0)
        trialAllowance = 65_536 + 64 * text.count
    }

    /// Creates a reader of a literal in a table, which must be followed by zero bytes.
    init(_ literal: UnsafeBufferPointer<UInt8>) {
        unsafe start = unsafe literal.baseAddress.unsafelyUnwrapped
        count = literal.count
        options = JSONDecodingOptions()
        unsafe name = unsafe UnsafeBufferPointer(start: nil, count: 0)
        trialAllowance = 65_536
    }

    /// Decodes the next value.
    ///
    /// - Throws: `JSONError` with the JSON Pointer and byte offset of the first problem.
    public mutating func decode<Value: JSONCodable>(
        _ type: Value.Type = Value.self
    ) throws(JSONError) -> Value {
        let mark = scratch.mark
        let memory = unsafe scratch.allocate(
            byteCount: MemoryLayout<Value>.size, alignment: MemoryLayout<Value>.alignment)
        defer { scratch.release(to: mark) }
        unsafe try Value._decode(into: memory, from: &self)
        return unsafe memory.assumingMemoryBound(to: Value.self).move()
    }

    /// Throws an error if anything but white space is left.
    mutating func finish() throws(JSONError) {
        skipWhitespace()
        guard position == count else { throw failure(expected: "the end of the text") }
    }

    /// The offset of the next value in bytes.
    public var offsetOfNextValue: Int {
        mutating get {
            skipWhitespace()
            return position
        }
    }

    // MARK: White space

    @_transparent
    mutating func skipWhitespace() {
        if unsafe start[position] <= ASCII.space { skipMoreWhitespace() }
    }

    @inline(never)
    mutating func skipMoreWhitespace() {
        var byte = unsafe start[position]
        while byte == ASCII.space || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position &+= 1
            byte = unsafe start[position]
        }
    }

    // MARK: Objects

    public mutating func beginObject() throws(JSONError) {
        skipWhitespace()
        guard unsafe start[position] == ASCII.leftBrace else { throw mismatch(expected: "an object") }
        try enter()
    }

    /// Reads the name of the next member and its colon, or the end of the object.
    ///
    /// - Returns: `false` at the end of the object.
    public mutating func nextMember() throws(JSONError) -> Bool {
        skipWhitespace()
        if unsafe start[position] == ASCII.rightBrace {
            leave()
            return false
        }
        if isFirst {
            isFirst = false
        } else {
            guard unsafe start[position] == ASCII.comma else { throw failure(expected: "`,` or `}`") }
            position &+= 1
            skipWhitespace()
        }
        guard unsafe start[position] == ASCII.quote else { throw failure(expected: "a member's name") }
        let content = try readStringBytes()
        unsafe name = unsafe content.bytes
        isNameASCII = content.isASCII
        skipWhitespace()
        guard unsafe start[position] == ASCII.colon else { throw failure(expected: "`:`") }
        position &+= 1
        return true
    }

    /// Skips the next member's name and colon if they equal `quoted` exactly: the fast path for expected members.
    ///
    /// - Parameter quoted: The text `"name":`, followed by readable bytes.
    @_transparent
    mutating func skipName(_ quoted: Member.Bytes) -> Bool {
        let separator = isFirst ? 0 : 1
        guard unsafe isFirst || start[position] == ASCII.comma,
            unsafe quoted.isPrefix(of: start + (position &+ separator))
        else {
            return false
        }
        position &+= separator &+ quoted.count
        isFirst = false
        return true
    }

    /// Reads the members of an object that has no table, and refuses duplicate names if the options ask for it.
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
            guard unsafe names.insert(name, isTemporary: name.baseAddress == UnsafePointer(unescaped.start)) else {
                var error = duplicateMember(memberName, at: position)
                error.prepend(memberName)
                throw error
            }
            try readValue(&self)
        }
        names.end(enclosing)
    }

    /// The name of the current member.
    public var memberName: String { unsafe StringContent(bytes: name, isASCII: isNameASCII).string }

    // MARK: Arrays

    public mutating func beginArray() throws(JSONError) {
        skipWhitespace()
        guard unsafe start[position] == ASCII.leftBracket else { throw mismatch(expected: "an array") }
        try enter()
    }

    /// Advances to the next element of an array.
    ///
    /// - Returns: `false` at the end of the array.
    public mutating func nextElement() throws(JSONError) -> Bool {
        skipWhitespace()
        let byte = unsafe start[position]
        if byte == ASCII.rightBracket {
            leave()
            return false
        }
        if isFirst {
            isFirst = false
            return true
        }
        guard byte == ASCII.comma else { throw failure(expected: "`,` or `]`") }
        position &+= 1
        skipWhitespace()
        guard unsafe start[position] != ASCII.rightBracket else { throw failure(expected: "a value") }
        return true
    }

    @_transparent
    mutating func enter() throws(JSONError) {
        position &+= 1
        depth &+= 1
        guard depth <= options.maximumDepth else { throw tooDeep() }
        isFirst = true
    }

    @_transparent
    mutating func leave() {
        position &+= 1
        depth &-= 1
        isFirst = false
    }

    @inline(never)
    func tooDeep() -> JSONError {
        JSONError(.limit, at: position, found: "arrays and objects are nested deeper than \(options.maximumDepth)")
    }

    // MARK: Literals

    /// Reads `null` if it is the next value, and returns whether it was.
    public mutating func readNull() -> Bool {
        guard isNullNext() else { return false }
        position &+= 4
        return true
    }

    @_transparent
    mutating func isNullNext() -> Bool {
        skipWhitespace()
        return unsafe start[position] == ASCII.n && ByteWords.four(start + position) == ByteWords.null
    }

    public mutating func readBool() throws(JSONError) -> Bool {
        skipWhitespace()
        let word = unsafe ByteWords.four(start + position)
        if word == ByteWords.true {
            position &+= 4
            return true
        }
        if word == ByteWords.fals, unsafe start[position &+ 4] == ASCII.e {
            position &+= 5
            return false
        }
        if readsTexts, let value = readQuotedBool() { return value }
        throw mismatch(expected: "a boolean")
    }
}
