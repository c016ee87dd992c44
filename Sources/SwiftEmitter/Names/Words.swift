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
        words = []
        isShouted = !scalars.contains(where: isLowercase)
        let hasWord = scalars.contains { isWordScalar($0) }
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if isWordScalar(scalar) {
                let start = position
                repeat { position += 1 } while position < scalars.count && isWordScalar(scalars[position])
                appendWords(of: scalars[start..<position])
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
            if let symbol, !hasWord || spellsSymbols || symbol.matters(between: before, and: after) {
                words += symbol.words
            } else if symbol == nil, let name = pictureName(scalar) {
                words += name
            }
            position += length
        }
    }

    /// Cuts at changes of case: `HTTPValidationError` is HTTP, Validation, Error, and `userIDs` is user, IDs.
    private mutating func appendWords(of run: ArraySlice<Unicode.Scalar>) {
        var start = run.startIndex
        for position in run.indices.dropFirst() {
            let scalar = run[position], last = run[position - 1]
            let length = position - start
            let end: Int
            if isUppercase(scalar), !isUppercase(last) {
                end = position
            } else if isLowercase(scalar), isUppercase(last), length > 1, scalar != "s" {
                // The last capital begins the next word.
                end = position - 1
            } else if isLowercase(scalar), last == "s", length > 2, isUppercase(run[position - 2]) {
                // What seemed to be a plural (`IDs`) is the beginning of a word (`IDSession`).
                end = position - 2
            } else {
                continue
            }
            words.append(text(of: run[start..<end]))
            start = end
        }
        words.append(text(of: run[start...]))
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
        if !isShouted, let first = word.utf8.first, word.utf8.allSatisfy({ $0 < 0x80 }) {
            guard first >= 0x61, first <= 0x7A else { return word }
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
