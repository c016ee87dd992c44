/// A symbol that can be spelled as words: `>=` is greater than or equal.
struct Symbol {
    let words: [String]
    let length: Int
    private let spelling: String

    /// Returns the symbol at a position. If two symbols match, the longer one is returned.
    static func longest(in scalars: [Unicode.Scalar], at position: Int) -> Symbol? {
        if position + 1 < scalars.count, !scalars[position + 1].isWordPart, !isSeparator(scalars[position + 1]) {
            let pair = String(String.UnicodeScalarView([scalars[position], scalars[position + 1]]))
            if let words = symbolWords[pair] { return Symbol(words: words, length: 2, spelling: pair) }
        }
        let single = String(scalars[position])
        return symbolWords[single].map { Symbol(words: $0, length: 1, spelling: single) }
    }

    /// Whether a symbol only separates words.
    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar == " " }

    func isSpelled(by choice: Words.Spelling) -> Bool {
        switch choice {
        case .needed: false
        case .signs: spelling == "+" || spelling == "-"
        case .all: true
        }
    }

    /// Whether a name needs the symbol: the sign of a number, a comparison, `C#` or `A+`, but not `$ref` or
    /// `application/json`.
    func matters(between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
        switch spelling {
        case "<", ">", "<=", ">=", "==", "!=", "=", "!": true
        case "-": before == nil || after == nil || isSign(after: before, before: after)
        case "+":
            before == nil || after == nil || after == "+" || after.map(\.isNumeric) == true
                || isSign(after: before, before: after)
        case "#": before != nil && after == nil
        default: false
        }
    }

    /// Whether a word follows the symbol and no word precedes it: `order:-name`, but neither `a-b` nor `a - b`.
    private func isSign(after before: Unicode.Scalar?, before after: Unicode.Scalar?) -> Bool {
        guard let before, let after else { return false }
        return after.isWordPart && !before.isWordPart && before != "-" && before != "+" && before != "_"
    }

    /// The words of a pictograph's Unicode name: 👍 is thumbs, up, sign.
    static func pictureName(_ scalar: Unicode.Scalar) -> [String]? {
        switch scalar.properties.generalCategory {
        case .otherSymbol, .mathSymbol, .currencySymbol, .modifierSymbol: break
        default: return nil
        }
        guard let name = scalar.properties.name else { return nil }
        return name.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    }
}

private let symbolWords: [String: [String]] = [
    "<": ["less", "Than"], "<=": ["less", "Than", "Or", "Equal"],
    ">": ["greater", "Than"], ">=": ["greater", "Than", "Or", "Equal"],
    "=": ["equal"], "==": ["equal", "Equal"], "!=": ["not", "Equal"], "<>": ["less", "Greater"],
    "&&": ["and", "And"], "||": ["or", "Or"], "!": ["not"], "~": ["tilde"], "=~": ["matches"], "**": ["star", "Star"],
    "->": ["arrow"], "=>": ["fat", "Arrow"], "..": ["dot", "Dot"], "+": ["plus"], "-": ["minus"], "*": ["star"],
    "/": ["slash"], "%": ["percent"], "&": ["and"], "|": ["or"], "^": ["caret"], "?": ["question"], ".": ["dot"],
    ",": ["comma"], ":": ["colon"], ";": ["semicolon"], "#": ["sharp"], "@": ["at"], "$": ["dollar"],
    "(": ["open", "Parenthesis"], ")": ["close", "Parenthesis"], "[": ["open", "Bracket"], "]": ["close", "Bracket"],
    "{": ["open", "Brace"], "}": ["close", "Brace"], "'": ["apostrophe"], "\"": ["quote"], "`": ["backtick"],
    "\\": ["backslash"], "_": ["underscore"], " ": ["space"],
]
