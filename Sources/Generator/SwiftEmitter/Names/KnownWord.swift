import ApusByteText

/// A word with a fixed spelling, such as `UUID`, `IPv6` or `iOS`. Its case in the description has no meaning.
struct KnownWord {
    /// As the first word of a name in lower camel case: `uuid`, `ipv6`, `iOS`.
    private(set) var uncapitalized: String
    /// Anywhere else: `UUID`, `IPv6`, `IOS`.
    private(set) var capitalized: String

    /// Returns `nil` for any other word.
    init?(_ word: String) {
        let digits = countOfFinalDigits(word)
        let length = word.utf8.count - digits
        // The first letter and the length rule out most words.
        guard let first = word.utf8.first, first.isASCIILetter, length < 32,
            lengthsByFirstLetter[Int(first | 0x20) - 0x61] & 1 << length != 0
        else { return nil }
        let lowercased = word.lowercased()
        if let known = knownWords[lowercased] {
            self = known
        } else if digits > 0, let known = knownWords[String(lowercased.dropLast(digits))] {
            self = known
            uncapitalized += lowercased.suffix(digits)
            capitalized += lowercased.suffix(digits)
        } else {
            return nil
        }
    }

    fileprivate init(spelling: String) {
        let isUpper = spelling.first!.isUppercase
        uncapitalized = isUpper ? spelling.lowercased() : spelling
        capitalized = isUpper ? spelling : spelling.prefix(1).uppercased() + spelling.dropFirst()
    }
}

extension KnownWord {
    /// Returns the end of a word of mixed case at the start of a run of letters and digits: `OAuth2` in `OAuth2Token`.
    ///
    /// Without this, a change of case would cut the word in two. The first letter may be in either case.
    static func endOfMixedWord(in scalars: [Unicode.Scalar], _ run: Range<Int>) -> Int? {
        guard let first = run.first.map({ scalars[$0].value | 0x20 }), let words = mixedWordsByFirstLetter[first] else {
            return nil
        }
        for word in words where word.count <= run.count {
            let end = run.lowerBound + word.count
            guard scalars[(run.lowerBound + 1)..<end].elementsEqual(word.dropFirst()) else { continue }
            let rest = scalars[end..<run.upperBound]
            if let next = rest.first, next.isLowercase { continue }
            return rest.firstIndex { !$0.isASCIIDigit } ?? run.upperBound
        }
        return nil
    }
}

/// The words of mixed case by the code of their first letter in lower case.
private let mixedWordsByFirstLetter = Dictionary(grouping: mixed.map { Array($0.unicodeScalars) }) {
    $0[0].value | 0x20
}

/// Words that are neither all capitals nor capitalized.
private let mixed = [
    "GraphQL", "IPv", "IoT", "OAuth", "OpenID", "iOS", "iPadOS", "macOS", "tvOS", "visionOS", "watchOS",
]

/// Words by their lower-case form.
private let knownWords: [String: KnownWord] = {
    let acronyms = [
        "ACL", "AI", "API", "AWS", "CA", "CIDR", "CLI", "CORS", "CPU", "CSS", "CSV", "DNS", "GIF", "GPG", "GPU", "GUID",
        "HTML", "HTTP",
        "HTTPS", "IAM", "ID", "IP", "JPEG", "JSON", "JWKS", "JWT", "LDAP", "LLM", "MCP", "MD5", "MFA", "MIME", "NFS",
        "OIDC",
        "OS", "OTP", "PDF", "PNG", "RAM", "REST", "RPC", "RSA", "SAML", "SCIM", "SDK", "SFTP", "SHA", "SKU", "SMS",
        "SMTP",
        "SQL", "SSH", "SSL", "SSO", "SVG", "TCP", "TLS", "TOTP", "TTL", "UDP", "UI", "URI", "URL", "URN", "UTC", "UTF",
        "UUID", "VM", "VPC", "VPN", "XML", "YAML",
    ]
    let plural = [
        "ACL", "API", "CPU", "GPU", "GUID", "ID", "IP", "JWT", "LLM", "PDF", "SDK", "SKU", "URI", "URL", "URN", "UUID",
        "VM",
    ]
    let spellings = acronyms + mixed + plural.map { $0 + "s" }
    return Dictionary(uniqueKeysWithValues: spellings.map { ($0.lowercased(), KnownWord(spelling: $0)) })
}()

/// For each first letter, the lengths of the known words without their final digits, as a set of bits.
private let lengthsByFirstLetter: [UInt32] = {
    var lengths = [UInt32](repeating: 0, count: 26)
    for word in knownWords.keys {
        lengths[Int(word.utf8.first!) - 0x61] |= 1 << UInt32(word.utf8.count - countOfFinalDigits(word))
    }
    return lengths
}()

private func countOfFinalDigits(_ word: String) -> Int { word.utf8.reversed().prefix(while: \.isASCIIDigit).count }
