import ApusAPIModel
import ApusDiagnostics
import Testing

@testable import ApusSwiftEmitter

@Suite struct NameTests {
    @Test(arguments: [
        ("log_stream_id", "logStreamID", "LogStreamID"), ("LLMSpan", "llmSpan", "LLMSpan"),
        ("LlmSpan", "llmSpan", "LLMSpan"), ("api_direct", "apiDirect", "APIDirect"),
        ("HTTPValidationError", "httpValidationError", "HTTPValidationError"), ("user_ids", "userIDs", "UserIDs"),
        ("userIDs", "userIDs", "UserIDs"), ("X-Trace", "xTrace", "XTrace"), ("OK", "ok", "Ok"),
        ("IN_PROGRESS", "inProgress", "InProgress"), ("+1", "plus1", "Plus1"), ("-1", "minus1", "Minus1"),
        (">=", "greaterThanOrEqual", "GreaterThanOrEqual"), ("1.0", "_1_0", "_1_0"), ("C++", "cPlusPlus", "CPlusPlus"),
        ("application/json", "applicationJSON", "ApplicationJSON"), ("$ref", "ref", "Ref"),
        ("👍", "thumbsUpSign", "ThumbsUpSign"),
        ("名前", "名前", "名前"), ("oauth2_token", "oauth2Token", "OAuth2Token"), ("a\u{202E}b", "aB", "AB"),
    ])
    func words(_ text: String, _ lower: String, _ upper: String) {
        #expect(Words(text).lowerCamel == lower)
        #expect(Words(text).upperCamel == upper)
    }

    /// Words with capitals inside have their usual spelling, whatever their case in the description.
    @Test(arguments: [
        ("ipv6_address", "ipv6Address", "IPv6Address"), ("IPv4Address", "ipv4Address", "IPv4Address"),
        ("IPV6", "ipv6", "IPv6"), ("Ipv6", "ipv6", "IPv6"), ("publicIPv4", "publicIPv4", "PublicIPv4"),
        ("public_ipv4s", "publicIpv4s", "PublicIpv4s"), ("OAuthApp", "oauthApp", "OAuthApp"),
        ("oAuth2Token", "oauth2Token", "OAuth2Token"), ("OAUTH_TOKEN", "oauthToken", "OAuthToken"),
        ("reauthorize", "reauthorize", "Reauthorize"), ("OAuthorize", "oAuthorize", "OAuthorize"),
        ("openid_connect", "openidConnect", "OpenIDConnect"), ("OpenIDConnect", "openidConnect", "OpenIDConnect"),
        ("openIDs", "openIDs", "OpenIDs"), ("ios_version", "iOSVersion", "IOSVersion"), ("iOS", "iOS", "IOS"),
        ("minimumIOS", "minimumIOS", "MinimumIOS"), ("macos", "macOS", "MacOS"),
        ("IoTDevice", "iotDevice", "IoTDevice"),
        ("graphql_node_id", "graphqlNodeID", "GraphQLNodeID"), ("sha256", "sha256", "SHA256"),
        ("content_sha256", "contentSHA256", "ContentSHA256"), ("SHA-1", "sha1", "SHA1"), ("md5", "md5", "MD5"),
        ("http2_url", "http2URL", "HTTP2URL"), ("saml_sso", "samlSSO", "SAMLSSO"), ("idea", "idea", "Idea"),
    ])
    func knownWords(_ text: String, _ lower: String, _ upper: String) {
        #expect(Words(text).lowerCamel == lower)
        #expect(Words(text).upperCamel == upper)
    }

    /// A sign is spelled out if it is the only difference, or if a reader understands it as a sign.
    @Test(arguments: [
        (["a-b", "a_b"], ["aMinusB", "aB"]), (["a_b", "a-b"], ["aB", "aMinusB"]), (["a-b", "c_d"], ["aB", "cD"]),
        (["name", "-name", "+name", "name-"], ["name", "minusName", "plusName", "nameMinus"]),
        (["A+", "A-", "O"], ["aPlus", "aMinus", "o"]), (["AB-"], ["abMinus"]),
        (["UTC+1", "UTC-1", "UTC-5"], ["utcPlus1", "utcMinus1", "utcMinus5"]), (["gpt-4", "utf-8"], ["gpt4", "utf8"]),
        (["GMT+01:00", "GMT-01:00"], ["gmtPlus01_00", "gmtMinus01_00"]),
        (["order:-name", "order:name"], ["orderMinusName", "orderName"]), (["a - b", "--flag"], ["aB", "minusFlag"]),
        (["image/svg+xml", "application/json"], ["imageSVGXML", "applicationJSON"]),
        (["a+b", "a b"], ["aPlusB", "aB"]),
    ])
    func signs(_ values: [String], _ expected: [String]) {
        var diagnostics = Diagnostics()
        #expect(MemberNames.names(for: values.map { NameRequest($0) }, reserved: [], into: &diagnostics) == expected)
    }

    @Test func siblingsGetDifferentNames() {
        var diagnostics = Diagnostics()
        let requests = ["created_at", "createdAt", "-created_at", "init", "hash", "", "name", "Name"].map {
            NameRequest($0)
        }
        let names = MemberNames.names(for: requests, reserved: ["hash"], into: &diagnostics)
        #expect(names == ["createdAt2", "createdAt", "minusCreatedAt", "init_", "hash_", "empty", "name", "name2"])
        #expect(diagnostics.all.isEmpty)
    }

    @Test func askedForNamesAreChecked() {
        var diagnostics = Diagnostics()
        let requests = [
            NameRequest("a", explicit: "let x"), NameRequest("b", explicit: "same"), NameRequest("c", explicit: "same"),
        ]
        let names = MemberNames.names(for: requests, reserved: [], into: &diagnostics)
        #expect(Set(names).count == 3)
        #expect(diagnostics.all.map(\.code.id) == ["E0404", "E0405"])
        #expect(diagnostics.all.allSatisfy { $0.help != nil })
    }

    @Test func stringLiterals() {
        #expect(SwiftText.literal("plain") == #""plain""#)
        #expect(SwiftText.literal(#"a"b"#) == ##"#"a"b"#"##)
        #expect(SwiftText.literal(##"a"#b"##) == ###"##"a"#b"##"###)
        #expect(SwiftText.literal(#"\(x)"#) == ##"#"\(x)"#"##)
        #expect(SwiftText.literal("a\nb\u{2028}\"") == #""a\nb\u{2028}\"""#)
    }

    @Test func documentationStaysAComment() {
        var comment = DocComment()
        comment.paragraph("one\r\ntwo\u{2028}three\u{0}\n\n\n*/ four")
        #expect(comment.lines == ["/// one", "/// two", "/// three", "///", "/// */ four"])
    }

    @Test func furtherLinesOfAParameterAreWrapped() {
        let words =
            "a line that is much longer than what fits on one line of a comment, so that it goes on below the first one"
        var comment = DocComment()
        comment.list(
            "Parameters",
            [
                (
                    "name",
                    "First.\n\(words)\n    code that is as long as it is, since a break would change what it means to those who read it\n- \(words)"
                )
            ])
        comment.item("Throws", "\(words)\n\(words)")
        #expect(comment.lines.allSatisfy { $0.utf8.count <= 104 || $0.contains("code") })
        #expect(
            comment.lines == [
                "/// - Parameters:",
                "///   - name: First.",
                "///     a line that is much longer than what fits on one line of a comment, so that it goes on below the",
                "///     first one",
                "///         code that is as long as it is, since a break would change what it means to those who read it",
                "///     - a line that is much longer than what fits on one line of a comment, so that it goes on below",
                "///       the first one",
                "/// - Throws: a line that is much longer than what fits on one line of a comment, so that it goes on",
                "///   below the first one",
                "///   a line that is much longer than what fits on one line of a comment, so that it goes on below the",
                "///   first one",
            ])
    }

    @Test func whatStandsOnItsOwnLinesBeginsBelowTheName() {
        var comment = DocComment()
        comment.list("Parameters", [("a", "```\ncode\n```\nText."), ("b", "* one\n* two"), ("c", "-1 or 2. Or 3.")])
        #expect(
            comment.lines == [
                "/// - Parameters:", "///   - a:", "///     ```", "///     code", "///     ```", "///     Text.",
                "///   - b:",
                "///     * one", "///     * two", "///   - c: -1 or 2. Or 3.",
            ])
    }

    @Test func itemsOfListsGoOnBelowTheirText() {
        let words =
            "a text that is much longer than what fits on one line of a comment, so that it goes on below the line"
        for (marker, blanks) in [
            ("-", "  "), ("*", "  "), ("*  ", "    "), ("+", "  "), ("1.", "   "), ("23)", "    "), ("**", ""),
            ("v1.", ""),
        ] {
            var comment = DocComment()
            comment.paragraph("\(marker) \(words)")
            #expect(comment.lines.first?.hasPrefix("/// \(marker) a text") == true)
            #expect(comment.lines.last?.hasPrefix("/// \(blanks)") == true)
            #expect(comment.lines.last?.hasPrefix("/// \(blanks) ") == false, "\(comment.lines)")
        }
    }

    @Test func blanksOfAnItemAreNotRepeated() {
        var comment = DocComment()
        comment.paragraph("-" + String(repeating: " ", count: 50_000) + String(repeating: "word ", count: 50_000))
        #expect(comment.lines.allSatisfy { $0.utf8.count <= 104 })
    }

    /// A line must not begin with text that is markup there.
    @Test func linesAreNotBrokenBeforeMarkup() {
        let head = "a text that is just as long as what fits on one line of a comment, so that the next is below,"
        func isBroken(before word: String) -> Bool {
            var comment = DocComment()
            comment.paragraph("\(head) \(word) and more")
            return comment.lines.contains { $0.hasPrefix("/// \(word)") }
        }
        for word in [
            "- 1234567", "* 1234567", "12. 1234", "> 1234567", ">1234567", "## 123456", "=========", "---------",
            "***** 1234", "```123456",
        ] {
            #expect(!isBroken(before: word), "\(word)")
        }
        for word in [
            "-1234567", "**bold**-text", "8601](https://example.com)", "12.345678", "#12345678", "`code`-text",
        ] {
            #expect(isBroken(before: word), "\(word)")
        }
    }

    @Test func whatIsToBeReadElsewhereIsLinked() {
        func lines(_ url: String, _ text: String?) -> [String] {
            var comment = DocComment()
            comment.paragraph("Text.")
            comment.seeAlso(ExternalDocumentation(url: url, documentation: text))
            return comment.lines
        }
        #expect(lines("https://a.example", nil) == ["/// Text.", "///", "/// - SeeAlso: <https://a.example>"])
        #expect(lines("/a?b=c", "More.").last == "/// - SeeAlso: More: </a?b=c>")
        #expect(
            lines("a> b\n*/", "More\nthan this").suffix(2) == [
                "/// - SeeAlso: More", "///   than this: a> b\u{FFFD}*/",
            ])
    }

    @Test func rowsOfTablesAreNotWrapped() {
        let cell = String(repeating: "much text ", count: 12)
        var comment = DocComment()
        comment.paragraph("Kind | Meaning\n- | :-:\na | \(cell)b\n\n|c|\(cell)d|\n\ne | \(cell)f")
        #expect(
            comment.lines.prefix(7) == [
                "/// Kind | Meaning", "/// - | :-:", "/// a | \(cell)b", "///", "/// |c|\(cell)d|", "///",
                "/// e | \(cell.prefix(94))",
            ])
        #expect(comment.lines.count == 8)
    }

    @Test func breaksOfHTMLAreLines() {
        var comment = DocComment()
        comment.paragraph("One.<br><br>Two,<br/>three <BR /> and `<br>`.<br>\n| a<br>b |\n```\n<br>\n```\n<br>")
        #expect(
            comment.lines == [
                "/// One.", "///", "/// Two,", "/// three", "/// and `<br>`.", "///", "/// | a<br>b |", "/// ```",
                "/// <br>", "/// ```",
            ])
    }

    @Test func `a line of nothing but breaks is gone through once`() {
        var comment = DocComment()
        comment.paragraph(String(repeating: "`a`<br>", count: 20_000))
        #expect(comment.lines.count == 20_000)
    }
}
