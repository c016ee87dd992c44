/// The words of a name in a description. `log_stream_id`, `logStreamID` and `Log stream ID` all have the words
/// log, stream and id.
struct Words {
    var words: [String]
    /// Whether all letters of the name are in upper case. Then a change of case separates no words.
    private let isShouted: Bool

    /// The length at which a name is cut, between words.
    static let maximumLength = 80
    /// The number of scalars of a text that are read.
    private static let longestInput = 400

    /// The symbols that are spelled as words.
    enum Spelling {
        /// The symbols that a name needs to be understood.
        case needed
        /// The needed ones, and each `+` and `-`.
        case signs
        case all
    }

    init(_ text: String, spelling: Spelling = .needed) {
        let scalars = Self.scalars(of: text)
        words = []
        words.reserveCapacity(scalars.count / 6 + 1)
        isShouted = !scalars.contains(where: \.isLowercase)
        let hasWord = scalars.contains { $0.isWordPart }
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar.isWordPart {
                let start = position
                repeat { position += 1 } while position < scalars.count && scalars[position].isWordPart
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
            } else if symbol == nil, let name = Symbol.pictureName(scalar) {
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

    /// The text of some scalars.
    private static func text(of scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
        for position in range where !scalars[position].isASCII {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return String(view)
        }
        return String(unsafeUninitializedCapacity: range.count) { buffer in
            for position in range {
                buffer[position - range.lowerBound] = UInt8(truncatingIfNeeded: scalars[position].value)
            }
            return range.count
        }
    }

    private mutating func appendWords(of scalars: [Unicode.Scalar], _ run: Range<Int>) {
        var rest = run
        while !rest.isEmpty {
            var end = endOfWord(in: scalars, rest)
            // Such a change of case can be within a word of mixed case.
            if end < rest.upperBound, let mixed = KnownWord.endOfMixedWord(in: scalars, rest) { end = mixed }
            words.append(Self.text(of: scalars, rest.lowerBound..<end))
            rest = end..<run.upperBound
        }
    }

    /// The next change of case: `HTTPValidationError` is HTTP, Validation, Error, and `userIDs` is user, IDs.
    private func endOfWord(in scalars: [Unicode.Scalar], _ run: Range<Int>) -> Int {
        for position in run.dropFirst() {
            let scalar = scalars[position]
            let last = scalars[position - 1]
            let length = position - run.lowerBound
            if scalar.isUppercase, !last.isUppercase {
                return position
            } else if scalar.isLowercase, last.isUppercase, length > 1, scalar != "s" {
                // The last capital begins the next word.
                return position - 1
            } else if scalar.isLowercase, last == "s", length > 2, scalars[position - 2].isUppercase {
                // The `S` begins a word (`IDSession`), and is not the end of a plural (`IDs`).
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
            bytes.append(
                part.utf8.count <= Self.maximumLength ? part : String(part.unicodeScalars.prefix(Self.maximumLength)))
        }
        let result = bytes.text
        guard let first = result.unicodeScalars.first else { return "" }
        return first.isIdentifierHead ? result : "_" + result
    }

    private func endsInNumber(_ bytes: [UInt8]) -> Bool {
        guard let last = bytes.last else { return false }
        return last < 0x80 ? Unicode.Scalar(last).isASCIIDigit : bytes.text.unicodeScalars.last.map(\.isNumeric) == true
    }

    private func beginsWithNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return first < 0x80 ? Unicode.Scalar(first).isASCIIDigit : text.unicodeScalars.first.map(\.isNumeric) == true
    }

    private func capitalized(_ word: String) -> String {
        if let known = KnownWord(word) { return known.capitalized }
        if !isShouted, isASCII(word), let first = word.unicodeScalars.first {
            return first.isLowercase ? replacingFirst(of: word, by: UInt8(first.value) - 0x20) : word
        }
        let rest = String(word.dropFirst())
        return word.prefix(1).uppercased() + (isShouted ? rest.lowercased() : rest)
    }

    private func uncapitalized(_ word: String) -> String {
        // `URL` → `url`, `FQDN` → `fqdn`, but words such as `iPhone` keep the letters after the first.
        if let known = KnownWord(word) { return known.uncapitalized }
        if isShouted { return word.lowercased() }
        if isASCII(word), let first = word.unicodeScalars.first {
            guard word.unicodeScalars.contains(where: \.isLowercase) else { return word.lowercased() }
            return first.isUppercase ? replacingFirst(of: word, by: UInt8(first.value) + 0x20) : word
        }
        return word == word.uppercased() ? word.lowercased() : word.prefix(1).lowercased() + word.dropFirst()
    }

    private func isASCII(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0x80 } }

    /// Replaces the first byte of a word in ASCII.
    private func replacingFirst(of word: String, by first: UInt8) -> String {
        String(unsafeUninitializedCapacity: word.utf8.count) { buffer in
            let count = buffer.copy(word.utf8)
            buffer[0] = first
            return count
        }
    }
}
