/// The words of a name as a description spells it: `log_stream_id`, `logStreamID` and `Log stream ID` are all
/// log, stream, id.
struct Words {
    var words: [String]
    /// Whether the name has letters in upper case only, so that their case says nothing.
    private let isShouted: Bool

    /// The longest name that is made; longer ones are cut between words.
    private static let maximumLength = 80
    /// How many scalars of a text are looked at.
    private static let longestInput = 400

    /// - Parameter spellsSymbols: whether all symbols become words; else those that a reader would miss do.
    init(_ text: String, spellsSymbols: Bool = false) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(min(text.utf8.count, Self.longestInput))
        for scalar in text.unicodeScalars {
            if scalars.count == Self.longestInput { break }
            scalars.append(scalar)
        }
        isShouted = !scalars.contains(where: isLowercase)
        let hasWord = scalars.contains { isWordScalar($0) }
        var splitter = WordSplitter()
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if isWordScalar(scalar) {
                splitter.append(scalar)
                position += 1
                continue
            }
            splitter.endWord()
            if hasWord, Symbol.isSeparator(scalar) {
                position += 1
                continue
            }
            let symbol = Symbol.longest(in: scalars, at: position)
            let length = symbol?.length ?? 1
            let before = position > 0 ? scalars[position - 1] : nil
            let after = position + length < scalars.count ? scalars[position + length] : nil
            if let symbol, !hasWord || spellsSymbols || symbol.matters(between: before, and: after) {
                splitter.words += symbol.words
            } else if symbol == nil, let name = pictureName(scalar) {
                splitter.words += name
            }
            position += length
        }
        splitter.endWord()
        words = splitter.words
    }

    var isEmpty: Bool { words.isEmpty }

    /// `LogStreamID`
    var upperCamel: String { joined { word, _ in capitalized(word) } }

    /// `logStreamID`
    var lowerCamel: String { joined { word, isFirst in isFirst ? uncapitalized(word) : capitalized(word) } }

    private func joined(_ transform: (String, Bool) -> String) -> String {
        var result = ""
        for word in words {
            let part = transform(word, result.isEmpty)
            if !result.isEmpty, result.utf8.count + part.utf8.count > Self.maximumLength { break }
            // `1.0` is not `10`.
            if endsInNumber(result), beginsWithNumber(part) { result += "_" }
            result += part.utf8.count <= Self.maximumLength ? part : String(part.unicodeScalars.prefix(Self.maximumLength))
        }
        guard let first = result.unicodeScalars.first else { return "" }
        return isIdentifierHead(first) ? result : "_" + result
    }

    private func endsInNumber(_ text: String) -> Bool {
        guard let last = text.utf8.last else { return false }
        return last < 0x80 ? isASCIIDigit(Unicode.Scalar(last)) : text.unicodeScalars.last.map(isNumeric) == true
    }

    private func beginsWithNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return first < 0x80 ? isASCIIDigit(Unicode.Scalar(first)) : text.unicodeScalars.first.map(isNumeric) == true
    }

    private func capitalized(_ word: String) -> String {
        if let acronym = acronym(word) { return acronym }
        if !isShouted, let first = word.utf8.first, first >= 0x61, first <= 0x7A, word.utf8.allSatisfy({ $0 < 0x80 }) {
            var utf8 = Array(word.utf8)
            utf8[0] -= 0x20
            return String(decoding: utf8, as: UTF8.self)
        }
        let rest = String(word.dropFirst())
        return word.prefix(1).uppercased() + (isShouted ? rest.lowercased() : rest)
    }

    private func uncapitalized(_ word: String) -> String {
        // `URL` → `url`, `FQDN` → `fqdn`, but `iPhone`-like words keep what follows their first letter.
        if isShouted || acronym(word) != nil || word == word.uppercased() { return word.lowercased() }
        return word.prefix(1).lowercased() + word.dropFirst()
    }
}

/// Cuts at changes of case: `HTTPValidationError` is HTTP, Validation, Error, and `userIDs` is user, IDs.
private struct WordSplitter {
    var words: [String] = []
    private var current: [Unicode.Scalar] = []

    mutating func append(_ scalar: Unicode.Scalar) {
        if let last = current.last {
            if isUppercase(scalar), !isUppercase(last) {
                endWord()
            } else if isLowercase(scalar), isUppercase(last), current.count > 1, scalar != "s" {
                // The last capital begins the next word.
                let head = current.removeLast()
                endWord()
                current = [head]
            } else if isLowercase(scalar), last == "s", current.count > 2, isUppercase(current[current.count - 2]) {
                // What seemed to be a plural (`IDs`) is the beginning of a word (`IDSession`).
                let head = current.suffix(2)
                current.removeLast(2)
                endWord()
                current = Array(head)
            }
        }
        current.append(scalar)
    }

    mutating func endWord() {
        guard !current.isEmpty else { return }
        words.append(text(of: current))
        current.removeAll(keepingCapacity: true)
    }
}

/// A word as it is written if it is written in capitals.
private func acronym(_ word: String) -> String? {
    word.utf8.count <= longestAcronym ? acronyms[word.lowercased()] : nil
}

private let longestAcronym = acronyms.keys.map(\.utf8.count).max()!

/// Words that are written in capitals, by their lower-case form.
private let acronyms: [String: String] = {
    let singular = [
        "ACL", "AI", "API", "AWS", "CA", "CIDR", "CLI", "CPU", "CSS", "CSV", "DNS", "GPU", "HTML", "HTTP", "HTTPS", "IAM", "ID",
        "IP", "JSON", "JWT", "LLM", "MFA", "OS", "PDF", "PNG", "RAM", "REST", "RPC", "SDK", "SHA", "SKU", "SMS", "SQL", "SSH",
        "SSL", "SSO", "SVG", "TCP", "TLS", "TTL", "UDP", "UI", "URI", "URL", "URN", "UTC", "UTF", "UUID", "VM", "VPC", "VPN",
        "XML", "YAML",
    ]
    let plural = ["ACL", "API", "CPU", "GPU", "ID", "IP", "JWT", "LLM", "PDF", "SDK", "SKU", "URI", "URL", "URN", "UUID", "VM"]
    var result: [String: String] = [:]
    for word in singular { result[word.lowercased()] = word }
    for word in plural { result[word.lowercased() + "s"] = word + "s" }
    return result
}()
