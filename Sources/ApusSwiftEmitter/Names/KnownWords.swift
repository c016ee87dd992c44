/// How a word is spelled that has capitals beyond its first letter, whatever case the description has it in, with the
/// digits that it ends in: `UUID`, `IPv6`, `iOS`; nil for any other word.
func knownSpelling(_ word: String) -> String? {
    guard let last = word.utf8.last else { return nil }
    guard isDigit(last) else { return word.utf8.count <= longestKnownWord ? spellings[word.lowercased()] : nil }
    guard word.utf8.count <= longestKnownWord + 8 else { return nil }
    let lowercased = word.lowercased()
    if let spelling = spellings[lowercased] { return spelling }
    let digits = lowercased.utf8.reversed().prefix(while: isDigit).count
    return spellings[String(lowercased.dropLast(digits))].map { $0 + lowercased.suffix(digits) }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

/// Where a word of mixed case ends that a run of letters and digits begins with: `OAuth2` in `OAuth2Token`.
///
/// Cut at its changes of case, it would be two words, of which none is known. Its first letter may be in either case.
func endOfMixedWord(in scalars: [Unicode.Scalar], _ run: Range<Int>) -> Int? {
    guard let first = run.first.map({ scalars[$0].value | 0x20 }) else { return nil }
    for word in mixedWords where word[0].value | 0x20 == first && word.count <= run.count {
        let end = run.lowerBound + word.count
        guard scalars[(run.lowerBound + 1)..<end].elementsEqual(word.dropFirst()) else { continue }
        let rest = scalars[end..<run.upperBound]
        if let next = rest.first, isLowercase(next) { continue }
        return rest.firstIndex { !isASCIIDigit($0) } ?? run.upperBound
    }
    return nil
}

private let longestKnownWord = spellings.keys.map(\.utf8.count).max()!

private let mixedWords = mixed.map { Array($0.unicodeScalars) }

/// What is neither written in capitals nor with one capital only.
private let mixed = [
    "GraphQL", "IPv", "IoT", "OAuth", "OpenID", "iOS", "iPadOS", "macOS", "tvOS", "visionOS", "watchOS",
]

/// Words by their lower-case form.
private let spellings: [String: String] = {
    let acronyms = [
        "ACL", "AI", "API", "AWS", "CA", "CIDR", "CLI", "CORS", "CPU", "CSS", "CSV", "DNS", "GIF", "GPG", "GPU", "GUID", "HTML", "HTTP",
        "HTTPS", "IAM", "ID", "IP", "JPEG", "JSON", "JWKS", "JWT", "LDAP", "LLM", "MCP", "MD5", "MFA", "MIME", "NFS", "OIDC",
        "OS", "OTP", "PDF", "PNG", "RAM", "REST", "RPC", "RSA", "SAML", "SCIM", "SDK", "SFTP", "SHA", "SKU", "SMS", "SMTP",
        "SQL", "SSH", "SSL", "SSO", "SVG", "TCP", "TLS", "TOTP", "TTL", "UDP", "UI", "URI", "URL", "URN", "UTC", "UTF",
        "UUID", "VM", "VPC", "VPN", "XML", "YAML",
    ]
    let plural = ["ACL", "API", "CPU", "GPU", "GUID", "ID", "IP", "JWT", "LLM", "PDF", "SDK", "SKU", "URI", "URL", "URN", "UUID", "VM"]
    var result: [String: String] = [:]
    for word in acronyms + mixed { result[word.lowercased()] = word }
    for word in plural { result[word.lowercased() + "s"] = word + "s" }
    return result
}()
