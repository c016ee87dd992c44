internal import ApusDiagnostics

/// Translates libyaml's terse messages for the author of the file.
struct SyntaxProblem {
    var code: DiagnosticCode
    var message: String
    var label: String?
    var help: String?
    /// Whether the start of the construct is a more helpful place than the one where libyaml stopped.
    var pointsAtContext = false

    /// Returns the problem for libyaml's texts `problem` and `context` at `character`.
    static func find(_ problem: String, context: String?, character: UInt8?) -> SyntaxProblem {
        let isTab = character == UInt8(ascii: "\t")
        switch problem {
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected",
            "found character that cannot start any token" where isTab:
            return SyntaxProblem(
                code: .tabIndentation, message: "a tab is used for indentation", label: "this is a tab",
                help: "indent with spaces")
        case "found character that cannot start any token":
            return SyntaxProblem(
                code: .reservedCharacter, message: "a value cannot start with this character",
                help: "put the value in quotes")
        case "found unexpected end of stream" where context == "while scanning a quoted scalar",
            "found unexpected document indicator":
            return SyntaxProblem(
                code: .unclosedQuote, message: "a quoted string is not closed", label: "the string starts here",
                help: "add the closing quote; in single quotes, write a quote twice",
                pointsAtContext: true)
        case "did not find expected ',' or ']'":
            return SyntaxProblem(
                code: .unclosedFlow, message: "expected `,` or `]` in a list in brackets",
                help: "close the list with `]`, or put a value with special characters in quotes")
        case "did not find expected ',' or '}'":
            return SyntaxProblem(
                code: .unclosedFlow, message: "expected `,` or `}` in a mapping in braces",
                help: "close the mapping with `}`, or put a value with special characters in quotes")
        case "mapping values are not allowed in this context":
            return SyntaxProblem(
                code: .misplacedColon, message: "a `key: value` is not allowed here",
                help: "put a text that contains `: ` in quotes, or write a nested key on a line of its own")
        case "block sequence entries are not allowed in this context":
            return SyntaxProblem(
                code: .indentation, message: "a list item `- ` is not allowed here",
                help: "put the first item on a line of its own below the key")
        case "mapping keys are not allowed in this context":
            return SyntaxProblem(
                code: .indentation, message: "a key `? ` is not allowed here", help: "put the key on a line of its own")
        case "did not find expected key":
            return SyntaxProblem(
                code: .indentation, message: "expected a key of the mapping",
                help: "give all keys of a mapping the same indentation; put a text with special characters in quotes")
        case "did not find expected '-' indicator":
            return SyntaxProblem(
                code: .indentation, message: "expected another item `- ` of the list",
                help: "give all items of a list the same indentation")
        case "could not find expected ':'":
            return SyntaxProblem(
                code: .missingColon, message: "expected `:` after a key",
                help: "write `key: value`, with a space after the colon")
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            return SyntaxProblem(
                code: .invalidEscape, message: "this escape is not known",
                help: "write a backslash as `\\\\`, or use single quotes, where a backslash is plain text")
        case "did not find expected <document start>":
            return SyntaxProblem(
                code: .indentation, message: "this is outside the document's content",
                help: "check the indentation: a document must be one mapping or one list")
        default:
            return SyntaxProblem(
                code: .invalidYAML, message: problem, help: "put a text with special characters in quotes")
        }
    }
}
