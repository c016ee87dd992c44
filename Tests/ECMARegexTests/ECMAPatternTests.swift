import ApusECMARegex
import Testing

@Suite struct ECMAPatternTests {
    private func matches(_ pattern: String, _ text: String) throws -> Bool {
        try ECMAPattern(pattern).match(in: text) == .match
    }

    @Test(arguments: [
        ("", ""), ("a|b", "xb"), ("^a{2,3}$", "aaa"), ("^(?:ab)+$", "ababab"), ("(a)\\1", "aa"),
        ("(?<x>a|b)\\k<x>", "bb"), ("^(?=a)\\w+$", "abc"), ("^(?!b)\\w+$", "abc"), ("(?<=\\$)\\d+", "$42"),
        ("(?<!a)b", "cb"), ("\\bfoo\\b", "a foo b"), ("\\Boo", "foo"), ("^.$", "😀"), ("^\\u{1F600}$", "😀"),
        ("^\\uD83D\\uDE00$", "😀"), ("^\\x41\\cJ\\0$", "A\n\0"), ("^[^\\d\\s]+$", "abc"), ("^[\\w.-]+$", "a.b-c"),
        ("^\\p{Lu}\\P{Lu}$", "Éé"), ("^\\p{Script=Greek}+$", "αβγ"), ("^[\\b]$", "\u{8}"), ("(a*)*$", "aaa"),
        ("^(?:a?){3}b$", "aab"), ("^.{0,5000}$", "abc"), ("^a{300,}$", String(repeating: "a", count: 300)),
        ("^a+?b", "aab"), ("^[a-z\\-_]+$", "a-_"), ("^(?<=^)a", "a"), ("^(z)((a+)?(b+)?(c))*$", "zaacbbbcac"),
        ("(?<=(\\d{2})-)x", "12-x"), ("^\\-\\_\\@$", "-_@"), ("a{,3}", "a{,3}"), ("^$", ""),
        ("\\A[a-z]+\\z", "abc"), ("^b|\\Ac\\Z", "c"),
    ])
    func matching(_ pattern: String, _ text: String) throws {
        #expect(try matches(pattern, text))
    }

    @Test(arguments: [
        ("^a$", "a\n"), ("^.$", "\n"), ("^.$", "\u{2028}"), ("(a)\\1", "ab"), ("^(?=b)a", "a"), ("(?<!a)b", "ab"),
        ("\\bfoo\\b", "food"), ("^\\d$", "৪"), ("^\\w$", "é"), ("^[^]$", ""), ("[]", "a"), ("A", "a"),
        ("^a{300}$", String(repeating: "a", count: 299)), ("\\Ab", "ab"), ("a\\z", "ab"), ("a\\Z", "a\n"),
        ("^.{0,5}$", "abcdef"), ("^a{2}$", "aaa"),
    ])
    func notMatching(_ pattern: String, _ text: String) throws {
        #expect(try !matches(pattern, text))
    }

    @Test(arguments: [
        "(", ")", "[", "a**", "*", "a{2,1}", "[z-a]", "\\", "\\q", "(?<a>x)(?<a>y)", "\\1", "\\k<a>", "(?:", "(?<1>a)",
        "\\p{Nope}", "\\u{110000}", "\\u12", "\\x1", "\\c1", "\\01", "(?=a)*", "^*", "\\A*", "[\\A]", "a{2}{3}", "(?a)",
        String(repeating: "(", count: 1000), "((((a{99}){99}){99}){99})",
    ])
    func syntaxErrors(_ pattern: String) {
        #expect(throws: PatternError.self) { try ECMAPattern(pattern) }
    }

    @Test(arguments: ["\\-", "]", "{", "a{,3}", "[\\w-a]", "\\a", "\\_", "\\A", "\\z", "\\Z"])
    func strictness(_ pattern: String) {
        #expect(throws: PatternError.self) { try ECMAPattern(pattern, isStrict: true) }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(x+x+)+y", "^(\\w+\\s?)*$", "^(?=(a+)+$)", "(a*)*\\1b", "(.*)*,\\1",
        ])
    func hostilePatternsEnd(_ pattern: String) throws {
        let text = String(repeating: "a", count: 5_000) + "!"
        #expect(try ECMAPattern(pattern).match(in: text) != .match)
    }
}
