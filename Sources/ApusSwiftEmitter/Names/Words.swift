/// The words of a name as a description spells it: `log_stream_id`, `logStreamID` and `Log stream ID` are all
/// log, stream, id.
struct Words {
    var words: [String]
    /// Whether the name has letters in upper case only, so that their case says nothing.
    private let isShouted: Bool

    /// The longest name that is made; longer ones are cut between words.
    static let maximumLength = 80
    /// How many scalars of a text are looked at.
    private static let longestInput = 400

    /// Which symbols become words.
    enum Spelling {
        /// Those that a reader would miss.
        case needed
        /// These, and each `+` and `-`.
        case signs
        case all
    }

    init(_ text: String, spelling: Spelling = .needed) {
        let scalars = Self.scalars(of: text)
        words = []
        words.reserveCapacity(scalars.count / 6 + 1)
        isShouted = !scalars.contains(where: isLowercase)
        let hasWord = scalars.contains { isWordScalar($0) }
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if isWordScalar(scalar) {
                let start = position
                repeat { position += 1 } while position < scalars.count && isWordScalar(scalars[position])
                appendWords(of: scalars, start..<position)
                continue
            }
            if hasWord, Symbol.isSeparator(scalar) {
                position += 1
                continue
            }
            let symbol = Symbol.longest(in: scalars, at: position)
            let length = symbol?.length ?? 1
            let before = position > 0 ? scalars[position - 1] : nil
            let after = position + length < scalars.count ? scalars[position + length] : nil
            if let symbol, !hasWord || symbol.isSpelled(by: spelling) || symbol.matters(between: before, and: after) {
                words += symbol.words
            } else if symbol == nil, let name = pictureName(scalar) {
                words += name
            }
            position += length
        }
    }

    /// The first scalars of a text.
    private static func scalars(of text: String) -> [Unicode.Scalar] {
        let start = text.utf8.withContiguousStorageIfAvailable { bytes -> [Unicode.Scalar]? in
            let start = bytes.prefix(longestInput)
            return start.allSatisfy { $0 < 0x80 } ? start.map { Unicode.Scalar($0) } : nil
        }
        return (start ?? nil) ?? Array(text.unicodeScalars.prefix(longestInput))
    }

    private mutating func appendWords(of scalars: [Unicode.Scalar], _ run: Range<Int>) {
        var rest = run
        while !rest.isEmpty {
            var end = endOfWord(in: scalars, rest)
            // A word of mixed case has such a change within it.
            if end < rest.upperBound, let mixed = endOfMixedWord(in: scalars, rest) { end = mixed }
            words.append(text(of: scalars, rest.lowerBound..<end))
            rest = end..<run.upperBound
        }
    }

    /// The next change of case: `HTTPValidationError` is HTTP, Validation, Error, and `userIDs` is user, IDs.
    private func endOfWord(in scalars: [Unicode.Scalar], _ run: Range<Int>) -> Int {
        for position in run.dropFirst() {
            let scalar = scalars[position], last = scalars[position - 1]
            let length = position - run.lowerBound
            if isUppercase(scalar), !isUppercase(last) {
                return position
            } else if isLowercase(scalar), isUppercase(last), length > 1, scalar != "s" {
                // The last capital begins the next word.
                return position - 1
            } else if isLowercase(scalar), last == "s", length > 2, isUppercase(scalars[position - 2]) {
                // What seemed to be a plural (`IDs`) is the beginning of a word (`IDSession`).
                return position - 2
            }
        }
        return run.upperBound
    }

    var isEmpty: Bool { words.isEmpty }

    /// `LogStreamID`
    var upperCamel: String { joined { word, _ in capitalized(word) } }

    /// `logStreamID`
    var lowerCamel: String { joined { word, isFirst in isFirst ? uncapitalized(word) : capitalized(word) } }

    private func joined(_ transform: (String, Bool) -> String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.maximumLength + 1)
        for word in words {
            let part = transform(word, bytes.isEmpty)
            if !bytes.isEmpty, bytes.count + part.utf8.count > Self.maximumLength { break }
            // `1.0` is not `10`.
            if endsInNumber(bytes), beginsWithNumber(part) { bytes.append(UInt8(ascii: "_")) }
            bytes.append(part.utf8.count <= Self.maximumLength ? part : String(part.unicodeScalars.prefix(Self.maximumLength)))
        }
        let result = bytes.text
        guard let first = result.unicodeScalars.first else { return "" }
        return isIdentifierHead(first) ? result : "_" + result
    }

    private func endsInNumber(_ bytes: [UInt8]) -> Bool {
        guard let last = bytes.last else { return false }
        return last < 0x80 ? isASCIIDigit(Unicode.Scalar(last)) : bytes.text.unicodeScalars.last.map(isNumeric) == true
    }

    private func beginsWithNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return first < 0x80 ? isASCIIDigit(Unicode.Scalar(first)) : text.unicodeScalars.first.map(isNumeric) == true
    }

    private func capitalized(_ word: String) -> String {
        if let known = KnownWord(word) { return known.capitalized }
        if !isShouted, isASCII(word), let first = word.unicodeScalars.first {
            return isLowercase(first) ? replacingFirst(of: word, by: UInt8(first.value) - 0x20) : word
        }
        let rest = String(word.dropFirst())
        return word.prefix(1).uppercased() + (isShouted ? rest.lowercased() : rest)
    }

    private func uncapitalized(_ word: String) -> String {
        // `URL` → `url`, `FQDN` → `fqdn`, but `iPhone`-like words keep what follows their first letter.
        if let known = KnownWord(word) { return known.uncapitalized }
        if isShouted { return word.lowercased() }
        if isASCII(word), let first = word.unicodeScalars.first {
            guard word.unicodeScalars.contains(where: isLowercase) else { return word.lowercased() }
            return isUppercase(first) ? replacingFirst(of: word, by: UInt8(first.value) + 0x20) : word
        }
        return word == word.uppercased() ? word.lowercased() : word.prefix(1).lowercased() + word.dropFirst()
    }

    private func isASCII(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0x80 } }

    /// A word in ASCII with another first byte.
    private func replacingFirst(of word: String, by first: UInt8) -> String {
        String(unsafeUninitializedCapacity: word.utf8.count) { buffer in
            let count = buffer.copy(word.utf8)
            buffer[0] = first
            return count
        }
    }
}
