/// Why JSON text could not be decoded, or a value not be encoded.
public struct JSONError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The text is not JSON (RFC 8259), or not UTF-8.
        case syntax
        /// The text is JSON, but of another type than the one described.
        case mismatch
        /// A number does not fit the type, or a string is not of the described form.
        case invalidValue
        case missingMember
        /// A member that a closed object does not list.
        case unknownMember
        case duplicateMember
        /// No variant of a union fits; `variants` has the reason of each that was tried.
        case noVariant
        /// The text is too large, too deeply nested, or too ambiguous to be read in bounded time.
        case limit
        /// A number to be encoded is infinite or not a number.
        case notFinite
    }

    /// Why one variant of a union did not fit.
    public struct Variant: Sendable {
        public var index: Int
        public var error: JSONError
    }

    public var kind: Kind { storage.kind }
    /// Where in the document the problem is, as a JSON Pointer (RFC 6901); empty for the root.
    public var pointer: String { storage.reversedPath.reversed().map { "/" + escapedReferenceToken($0) }.joined() }
    /// The reference tokens of the pointer.
    var path: [String] { storage.reversedPath.reversed() }
    /// The position in the text, in bytes; nil when encoding.
    public var offset: Int? { storage.offset < 0 ? nil : storage.offset }
    /// What should have been there.
    public var expected: String { storage.expected }
    /// What was there.
    public var found: String { storage.found }
    public var variants: [Variant] { storage.variants }

    public var description: String {
        var text = kind == .missingMember || kind == .unknownMember || kind == .duplicateMember || kind == .limit
            ? found : "expected \(expected), found \(found)"
        text += " at \(pointer.isEmpty ? "the root" : pointer)"
        if let offset { text += " (byte \(offset))" }
        for variant in variants { text += "; variant \(variant.index): \(variant.error)" }
        return text
    }

    // One word, so that throwing functions return it in a register.
    private var storage: Storage

    package init(
        _ kind: Kind, at offset: Int = -1, expected: String = "", found: String, variants: [Variant] = []
    ) {
        storage = Storage(
            kind: kind, offset: offset, expected: expected, found: found, variants: variants, reversedPath: [])
    }

    /// Adds the reference token of the container that is being left.
    @inline(never)
    package mutating func prepend(_ token: String) {
        storage = storage.prepending(token)
    }

    @inline(never)
    package mutating func prepend(_ index: Int) {
        prepend(String(index))
    }

    /// The error of a text that is a part of another one.
    package func moved(by distance: Int) -> JSONError {
        var error = self
        error.storage = storage.moved(by: distance)
        return error
    }
}

private final class Storage: Sendable {
    let kind: JSONError.Kind
    let offset: Int
    let expected: String
    let found: String
    let variants: [JSONError.Variant]
    let reversedPath: [String]

    init(
        kind: JSONError.Kind, offset: Int, expected: String, found: String, variants: [JSONError.Variant],
        reversedPath: [String]
    ) {
        self.kind = kind
        self.offset = offset
        self.expected = expected
        self.found = found
        self.variants = variants
        self.reversedPath = reversedPath
    }

    func prepending(_ token: String) -> Storage {
        Storage(
            kind: kind, offset: offset, expected: expected, found: found, variants: variants,
            reversedPath: reversedPath + [token])
    }

    func moved(by distance: Int) -> Storage {
        Storage(
            kind: kind, offset: offset < 0 ? offset : offset + distance, expected: expected, found: found,
            variants: variants.map { JSONError.Variant(index: $0.index, error: $0.error.moved(by: distance)) },
            reversedPath: reversedPath)
    }
}

/// RFC 6901 §3: `~` is written `~0`, `/` is written `~1`.
package func escapedReferenceToken(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    return token.reduce(into: "") { text, character in
        switch character {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.append(character)
        }
    }
}
