/// E01xx: bytes, YAML and JSON.
extension DiagnosticCode {
    public static let yamlSource: [DiagnosticCode] = [
        invalidYAML, tabIndentation, unclosedQuote, unclosedFlow, misplacedColon, indentation, missingColon,
        invalidEscape, reservedCharacter, notUTF8, controlCharacter, unsupportedEncoding, emptyFile, severalDocuments,
        foreignIndentation,
        duplicateKey, keyNotScalar, mergeNotMapping, unknownAnchor, cyclicAlias, tagMismatch, unknownTag, keyNotText,
        fileTooLarge,
        tooDeep, tooManyNodes, invalidJSON,
    ]

    public static let invalidYAML = DiagnosticCode(
        "E0101", "invalid YAML",
        """
        The text breaks a rule of YAML that has no code of its own. The message is the parser's.

        Most often the text contains a character with a meaning in YAML (`#`, `&`, `*`, `!`, `|`, `>`, `%`, `@`). \
        Put such a text in quotes.
        """)
    public static let tabIndentation = DiagnosticCode(
        "E0102", "tab used for indentation",
        """
        Indentation defines the structure of YAML. Tabs have no defined width, so only spaces may indent.

        Replace the tab with spaces. Most editors can do so for the whole file.
        """)
    public static let unclosedQuote = DiagnosticCode(
        "E0103", "quoted string not closed",
        """
        A string starts with a quote, but the file or the document ends before the closing quote.

        In double quotes, write a quote as `\\"`. In single quotes, write it twice: `'it''s'`.
        """)
    public static let unclosedFlow = DiagnosticCode(
        "E0104", "bracket or brace not closed",
        """
        In a list `[a, b]` or a mapping `{a: 1, b: 2}`, a comma or the closing bracket must follow each item.

        Often the closing bracket is missing, or a text in the list has a comma or a bracket and needs quotes.
        """)
    public static let misplacedColon = DiagnosticCode(
        "E0105", "key not allowed here",
        """
        A colon and a space after a text make the text a key, and a key is not allowed here.

            description: Note: this fails          # wrong: two keys on one line
            description: "Note: this works"        # right
        """)
    public static let indentation = DiagnosticCode(
        "E0106", "wrong indentation",
        """
        The keys of a mapping start in the same column, and so do the items of a list. A line that starts in another \
        column belongs to another mapping or list, or to none.

            info:
              title: Example
             version: "1"                          # wrong: one space too few
        """)
    public static let missingColon = DiagnosticCode(
        "E0107", "key without colon",
        """
        A line of a mapping has a key but no colon followed by a space. Examples are `key:value`, and a value that \
        continues on a line without indentation.
        """)
    public static let invalidEscape = DiagnosticCode(
        "E0108", "unknown escape",
        """
        In double quotes, a backslash starts an escape, such as `\\n`, `\\t`, `\\"`, `\\\\` or `\\u00e9`. Other \
        escapes are errors. In JSON, a character beyond U+FFFF is written as two `\\u` escapes. One of them alone is \
        not a character.

        Write a regular expression in single quotes, where a backslash is plain text: `'^\\d+$'`.
        """)
    public static let reservedCharacter = DiagnosticCode(
        "E0109", "reserved character",
        """
        A value without quotes cannot start with `@`, a backtick, `%`, or another character with a meaning in YAML.

        Put the value in quotes.
        """)
    public static let notUTF8 = DiagnosticCode(
        "E0110", "not UTF-8",
        """
        The file has bytes that are not UTF-8, the encoding of YAML and JSON files. Often it was saved as Latin-1 or \
        Windows-1252. Save it as UTF-8.
        """)
    public static let controlCharacter = DiagnosticCode(
        "E0111", "control character",
        """
        The file has a character that YAML does not allow (section 5.1), such as a zero byte. Most editors do not \
        show it. Remove it, or write it as an escape in double quotes: `"\\x00"`.
        """)
    public static let unsupportedEncoding = DiagnosticCode(
        "E0112", "unsupported encoding",
        "The file is UTF-16 or UTF-32. Apus reads only UTF-8, with or without a byte order mark.")
    public static let emptyFile = DiagnosticCode(
        "E0113", "empty file",
        "The file has no content, or only comments.")
    public static let severalDocuments = DiagnosticCode(
        "E0114", "several documents in one file",
        """
        A line `---` starts another YAML document. An API description must be one document, because a reference \
        cannot name one of several.
        """)
    public static let foreignIndentation = DiagnosticCode(
        "E0115", "indentation by another kind of space",
        """
        A line begins with a character that looks like a space but is not one in YAML, such as the no-break space \
        U+00A0. The character becomes part of the text, so the line belongs to another mapping than it seems to. \
        Such characters are copied from web pages and word processors. Replace them with plain spaces.
        """)
    public static let duplicateKey = DiagnosticCode(
        "E0120", "duplicate key",
        """
        A mapping has the same key twice. Parsers keep one of the two and lose the other, and they differ in which \
        one. Keys are compared as they are spelled: `200` and `"200"` are the same key.
        """)
    public static let keyNotScalar = DiagnosticCode(
        "E0121", "key is a mapping or sequence",
        """
        YAML allows any node as a key. JSON and OpenAPI allow only strings. An unquoted `{name}` before a colon is \
        such a key, because it is a mapping in braces.

            {id}: 1                                # wrong
            "{id}": 1                              # right
        """)
    public static let mergeNotMapping = DiagnosticCode(
        "E0122", "merge key without mapping",
        """
        The merge key `<<` puts the members of another mapping into this one. Its value must be a mapping, an alias \
        of a mapping, or a list of those.
        """)
    public static let unknownAnchor = DiagnosticCode(
        "E0123", "alias without anchor",
        """
        An alias `*name` repeats the node with the anchor `&name`. The anchor must come before the alias, in the \
        same file. A text that starts with `*` needs quotes.
        """)
    public static let cyclicAlias = DiagnosticCode(
        "E0124", "cyclic alias",
        """
        The alias is inside the node that it repeats, as in `&a [*a]`, so the document would be infinite. A \
        recursive schema refers to itself with `$ref`.
        """)
    public static let tagMismatch = DiagnosticCode(
        "E0125", "tag does not fit",
        "A tag such as `!!int` says how to read a value, but this value does not have the format of its tag.")
    public static let unknownTag = DiagnosticCode(
        "E0126", "unknown tag",
        """
        A tag outside YAML's core schema, such as `!Ref` or `!!binary`, has no meaning in an API description. The \
        tag is ignored, and a scalar with such a tag is read as a string.
        """)
    public static let keyNotText = DiagnosticCode(
        "E0127", "a key that is not a string",
        """
        The keys of JSON and OpenAPI are strings. YAML 1.2 reads `~`, `null`, `true` and `false` without quotes as \
        null and booleans. Apus uses such a key as it is spelled. Put it in quotes.
        """)
    public static let fileTooLarge = DiagnosticCode(
        "E0130", "file too large",
        """
        The file is larger than the limit, which protects the tool against hostile input. Split it into several \
        files that refer to each other with `$ref`.
        """)
    public static let tooDeep = DiagnosticCode(
        "E0131", "nested too deep",
        """
        Mappings and sequences are nested deeper than the limit, which protects the tool against hostile input. Move \
        inner schemas to `components/schemas`, and refer to them with `$ref`.
        """)
    public static let tooManyNodes = DiagnosticCode(
        "E0132", "too many nodes",
        """
        The document has more nodes than the limit. Each alias counts as many nodes as the node that it repeats. \
        Nested aliases can make a document of a few lines stand for billions of nodes (the "billion laughs" attack).
        """)
    public static let invalidJSON = DiagnosticCode(
        "E0140", "invalid JSON",
        """
        A file with a name that ends in `.json` must be JSON (RFC 8259): no comments, no trailing commas, and keys \
        and strings in double quotes.
        """)
}
