/// An error that occurs when JSON text cannot be decoded or a value cannot be encoded.
///
/// ```swift
/// do {
///     let pet: Pet = try JSON.decode(from: bytes)
/// } catch {
///     print(error.pointer, error)  // /tags/2 expected a string, found the number 7 at /tags/2 (byte 31)
/// }
/// ```
public struct JSONError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The text is not JSON (RFC 8259), or not UTF-8.
        case syntax
        /// The text is JSON, but of another type than expected.
        case mismatch
        /// A number does not fit its type, or a string does not have its format.
        case invalidValue
        case missingMember
        /// A closed object has a member that its schema does not list.
        case unknownMember
        /// A request has a member that only responses have. Servers that refuse such members throw it.
        case memberOfOtherDirection
        case duplicateMember
        /// No variant of a union matches. `variants` holds the error of each variant that was tried.
        case noVariant
        /// The text is too large, too deeply nested, or too ambiguous to be decoded in bounded time.
        case limit
        /// A number to encode is infinite or NaN.
        case notFinite
    }

    /// The error of one variant of a union.
    public struct Variant: Sendable {
        public var index: Int
        /// The name of the union's case.
        public var name: String
        public var error: JSONError
    }

    public var kind: Kind { storage.kind }
    /// The JSON Pointer (RFC 6901) to the problem, empty for the root.
    public var pointer: String { storage.reversedPath.reversed().map { "/" + escapedReferenceToken($0) }.joined() }
    /// The reference tokens of `pointer`.
    var path: [String] { storage.reversedPath.reversed() }
    /// The position in the text in bytes, or `nil` when encoding.
    public var offset: Int? { storage.offset < 0 ? nil : storage.offset }
    /// The expected value, such as "a string".
    public var expected: String { storage.expected }
    /// The actual value, such as "the number 7".
    public var found: String { storage.found }
    public var variants: [Variant] { storage.variants }

    public var description: String {
        var text =
            kind == .missingMember || kind == .unknownMember || kind == .memberOfOtherDirection
                || kind == .duplicateMember || kind == .limit
            ? found : "expected \(expected), found \(found)"
        text += " at \(pointer.isEmpty ? "the root" : pointer)"
        if let offset { text += " (byte \(offset))" }
        for variant in variants { text += "; variant `\(variant.name)`: \(variant.error)" }
        return text
    }

    // A single reference, so that functions can return a thrown error in a register.
    private var storage: Storage

    /// The beginning of `expected` for a value that an enum does not list.
    package static let listedValue = "a listed value of "

    package init(
        _ kind: Kind, at offset: Int = -1, expected: String = "", found: String, variants: [Variant] = []
    ) {
        storage = Storage(
            kind: kind, offset: offset, expected: expected, found: found, variants: variants, reversedPath: [])
    }

    /// Prepends the reference token of the enclosing container to the pointer.
    @inline(never)
    package mutating func prepend(_ token: String) {
        storage = storage.prepending(token)
    }

    @inline(never)
    package mutating func prepend(_ index: Int) {
        prepend(String(index))
    }

    /// Returns the error at its offset in the text that contains the decoded text.
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
            variants: variants.map {
                JSONError.Variant(index: $0.index, name: $0.name, error: $0.error.moved(by: distance))
            },
            reversedPath: reversedPath)
    }
}

/// Escapes a reference token of a JSON Pointer: `~` becomes `~0` and `/` becomes `~1` (RFC 6901 §3).
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
