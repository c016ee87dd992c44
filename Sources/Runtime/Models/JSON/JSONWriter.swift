import ApusByteText

/// Writes JSON text (RFC 8259) as valid UTF-8.
@safe  // It owns the memory and reserves space before it writes a byte.
public struct JSONWriter: ~Copyable {
    let options: JSONEncodingOptions
    /// Whether the text is for people: secrets are masked, and values that JSON does not have are shown.
    package let isForPeople: Bool
    /// Whether members are written in the order of tables, without masking.
    let isPlain: Bool
    var start: UnsafeMutablePointer<UInt8>
    var count = 0
    private var capacity: Int
    private var depth = 0
    /// Whether the innermost open container has had no element yet.
    private var isFirst = true
    /// Receives values that have no JSON form, such as files. It is `nil` if there can be none.
    package let attachments: AnyObject?
    var scratch = ScratchMemory()
    var contents = ContentCache()

    package init(
        options: JSONEncodingOptions = JSONEncodingOptions(), attachments: AnyObject? = nil, isForPeople: Bool = false
    ) {
        self.options = options
        self.attachments = attachments
        self.isForPeople = isForPeople
        isPlain = !options.sortsMembers && !isForPeople
        capacity = 1024
        unsafe start = .allocate(capacity: capacity)
    }

    deinit { unsafe start.deallocate() }

    package var bytes: [UInt8] { unsafe [UInt8](UnsafeBufferPointer(start: start, count: count)) }

    /// Encodes a value as the next one of the text.
    ///
    /// - Throws: `JSONError` with the JSON Pointer of the first number that is not finite.
    public mutating func encode<Value: JSONCodable>(_ value: Value) throws(JSONError) {
        unsafe try withErasedPointer(to: value) { memory throws(JSONError) in
            unsafe try Value._encode(memory, to: &self)
        }
    }

    // MARK: Bytes

    @inline(__always)
    mutating func reserve(_ added: Int) {
        if count &+ added > capacity { grow(by: added) }
    }

    @inline(never)
    private mutating func grow(by added: Int) {
        let newCapacity = max(2 * capacity, count + added)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
        unsafe grown.initialize(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = unsafe grown
        capacity = newCapacity
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe start[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafePointer<UInt8>, count added: Int) {
        reserve(added)
        unsafe (start + count).update(from: bytes, count: added)
        count &+= added
    }

    /// Appends bytes of a table. The table has more bytes after them, so that eight can be copied at a time.
    @inline(__always)
    mutating func append(padded bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count &+ 8)
        let source = bytes.baseAddress!
        var index = 0
        while index < bytes.count {
            unsafe ByteWords.store(ByteWords.eight(source + index), to: start + (count &+ index))
            index &+= 8
        }
        count &+= bytes.count
    }

    /// Appends the content of a string, escaping quotes, backslashes, and control characters.
    ///
    /// - Precondition: Space for eight bytes more than the content is reserved.
    mutating func appendContent(_ content: UnsafePointer<UInt8>, count byteCount: Int) {
        var index = 0
        while index < byteCount {
            if index &+ 8 <= byteCount {
                // Writes eight bytes and counts those before the first byte that needs an escape.
                let word = unsafe ByteWords.eight(content + index)
                unsafe ByteWords.store(word, to: start + count)
                let plain = ByteWords.specials(word).trailingZeroBitCount &>> 3
                index &+= plain
                count &+= plain
                if plain == 8 { continue }
            } else if unsafe content[index] >= ASCII.space, unsafe content[index] != ASCII.quote,
                unsafe content[index] != ASCII.backslash
            {
                unsafe start[count] = unsafe content[index]
                index &+= 1
                count &+= 1
                continue
            }
            unsafe appendEscaped(content[index])
            index &+= 1
            reserve(byteCount &- index &+ 8)
        }
    }

    mutating func append(_ text: StaticString) {
        unsafe append(text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Lets `body` write at most `size` bytes. The body returns the number written.
    @inline(__always)
    mutating func append(atMost size: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        reserve(size)
        unsafe count &+= body(start + count)
    }

    // MARK: Containers

    /// Returns whether an array or object may begin here. Text for people gets an ellipsis for one that is too deep.
    ///
    /// - Throws: `JSONError` if it would be too deep in JSON.
    mutating func mayOpen() throws(JSONError) -> Bool {
        if depth < options.maximumDepth { return true }
        guard isForPeople else {
            throw JSONError(.limit, found: "arrays and objects are nested deeper than \(options.maximumDepth)")
        }
        append("…")
        return false
    }

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Begins the next element of an array. Its value must follow.
    @inline(__always)
    public mutating func nextElement() {
        if isFirst { isFirst = false } else { append(UInt8(ascii: ",")) }
        if options.isPretty { breakLine() }
    }

    /// Writes the name of the next member. Its value must follow.
    public mutating func writeMemberName(_ name: String) {
        nextElement()
        write(name)
        append(UInt8(ascii: ":"))
        if options.isPretty { append(UInt8(ascii: " ")) }
    }

    /// Writes the name of the next member, given as `"name":`.
    @inline(__always)
    mutating func writeMemberName(quoted: UnsafeBufferPointer<UInt8>) {
        nextElement()
        unsafe append(padded: quoted)
        if options.isPretty { append(UInt8(ascii: " ")) }
    }

    @inline(__always)
    private mutating func open(_ bracket: UInt8) {
        append(bracket)
        depth &+= 1
        isFirst = true
    }

    @inline(__always)
    private mutating func close(_ bracket: UInt8) {
        depth &-= 1
        if options.isPretty, !isFirst { breakLine() }
        append(bracket)
        isFirst = false
    }

    private mutating func breakLine() {
        append(UInt8(ascii: "\n"))
        for _ in 0..<(2 * depth) { append(UInt8(ascii: " ")) }
    }
}

/// Calls `body` with the address of a value.
@inline(__always)
func withErasedPointer<Value, Result: ~Copyable>(
    to value: borrowing Value, _ body: (UnsafeRawPointer) throws(JSONError) -> Result
) throws(JSONError) -> Result {
    unsafe try withUnsafePointer(to: value) { pointer throws(JSONError) in unsafe try body(UnsafeRawPointer(pointer)) }
}
