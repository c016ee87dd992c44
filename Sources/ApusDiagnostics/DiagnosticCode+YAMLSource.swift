/// E01xx: bytes, YAML and JSON.
extension DiagnosticCode {
    public static let yamlSource: [DiagnosticCode] = [
        invalidYAML, tabIndentation, unclosedQuote, unclosedFlow, misplacedColon, indentation, missingColon,
        invalidEscape, reservedCharacter, notUTF8, controlCharacter, unsupportedEncoding, emptyFile, severalDocuments, foreignIndentation,
        duplicateKey, keyNotScalar, mergeNotMapping, unknownAnchor, cyclicAlias, tagMismatch, unknownTag, keyNotText, fileTooLarge,
        tooDeep, tooManyNodes, invalidJSON,
    ]

    public static let invalidYAML = DiagnosticCode(
        "E0101", "invalid YAML",
        """
        The text breaks a rule of YAML for which there is no code of its own. The message is the parser's.

        Most often a text holds a character that means something to YAML (`#`, `&`, `*`, `!`, `|`, `>`, `%`, `@`).
        Put such a text in quotes.
        """)
    public static let tabIndentation = DiagnosticCode(
        "E0102", "tab used for indentation",
        """
        YAML's structure follows from indentation, and tabs have no agreed width, so that only spaces may indent.

        Replace the tab with spaces; most editors can do so for the whole file.
        """)
    public static let unclosedQuote = DiagnosticCode(
        "E0103", "quoted string not closed",
        """
        A string starts with a quote and the file, or the document, ends before the closing quote.

        Within double quotes a quote is written `\\"`, within single quotes it is written twice: `'it''s'`.
        """)
    public static let unclosedFlow = DiagnosticCode(
        "E0104", "bracket or brace not closed",
        """
        A list `[a, b]` or a mapping `{a: 1, b: 2}` continues with something that is neither a comma nor its end.

        Often the closing bracket is missing, or a text in the list has a comma or a bracket and needs quotes.
        """)
    public static let misplacedColon = DiagnosticCode(
        "E0105", "key not allowed here",
        """
        A colon followed by a space makes what stands before it a key, and a key cannot stand here.

            description: Note: this fails          # wrong: two keys on one line
            description: "Note: this works"        # right
        """)
    public static let indentation = DiagnosticCode(
        "E0106", "wrong indentation",
        """
        The keys of a mapping start in the same column, and so do the items of a list. A line that starts in another
        column belongs to something else, or to nothing.

            info:
              title: Example
             version: "1"                          # wrong: one space too few
        """)
    public static let missingColon = DiagnosticCode(
        "E0107", "key without colon",
        """
        A line of a mapping has a key but no colon followed by a space, as in `key:value` or in a value that goes on
        in a line that is not indented.
        """)
    public static let invalidEscape = DiagnosticCode(
        "E0108", "unknown escape",
        """
        In double quotes a backslash starts an escape, such as `\\n`, `\\t`, `\\"`, `\\\\` or `\\u00e9`; others are errors.
        In JSON, `\\u` escapes for a character beyond U+FFFF come as a pair; one half alone is no character.

        A regular expression is best written in single quotes, where a backslash is plain text: `'^\\d+$'`.
        """)
    public static let reservedCharacter = DiagnosticCode(
        "E0109", "reserved character",
        """
        A value without quotes cannot start with `@`, a backtick, `%`, or a character that means something to YAML.

        Put the value in quotes.
        """)
    public static let notUTF8 = DiagnosticCode(
        "E0110", "not UTF-8",
        """
        The file has bytes that are not UTF-8, the encoding that YAML and JSON files are read as. Often it was saved
        as Latin-1 or Windows-1252.
        """)
    public static let controlCharacter = DiagnosticCode(
        "E0111", "control character",
        """
        The file has a character that YAML does not allow (section 5.1), such as a zero byte. It is invisible in most
        editors. Where it is meant, write it as an escape in double quotes: `"\\x00"`.
        """)
    public static let unsupportedEncoding = DiagnosticCode(
        "E0112", "unsupported encoding",
        """
        The file is UTF-16 or UTF-32. Only UTF-8, with or without a byte order mark, is read.
        """)
    public static let emptyFile = DiagnosticCode(
        "E0113", "empty file",
        """
        The file has no content, or nothing but comments.
        """)
    public static let severalDocuments = DiagnosticCode(
        "E0114", "several documents in one file",
        """
        A line `---` starts another YAML document. An API description is one document, and a reference could not say
        which of several it means.
        """)
    public static let foreignIndentation = DiagnosticCode(
        "E0115", "indentation by another kind of space",
        """
        A line begins with a character that looks like a space and is none to YAML, such as the no-break space U+00A0. It
        becomes part of the text, so that the line belongs to another mapping than it seems to. Such characters come with
        what is copied from web pages and word processors. Replace them with plain spaces.
        """)
    public static let duplicateKey = DiagnosticCode(
        "E0120", "duplicate key",
        """
        A mapping has the same key twice. Parsers differ in which one they keep, so that one of them would silently
        be lost. Keys are compared as they are spelled: `200` and `"200"` are the same key.
        """)
    public static let keyNotScalar = DiagnosticCode(
        "E0121", "key is a mapping or sequence",
        """
        YAML allows any node as a key; JSON, and with it OpenAPI, only strings. An unquoted `{name}` in front of a
        colon is such a key: it is a mapping in braces.

            {id}: 1                                # wrong
            "{id}": 1                              # right
        """)
    public static let mergeNotMapping = DiagnosticCode(
        "E0122", "merge key without mapping",
        """
        The merge key `<<` puts the members of another mapping into this one. Its value is an alias of a mapping, a
        mapping, or a list of those.
        """)
    public static let unknownAnchor = DiagnosticCode(
        "E0123", "alias without anchor",
        """
        An alias `*name` repeats the node that an anchor `&name` marks. The anchor must stand before the alias, in the
        same file. A text that starts with `*` needs quotes.
        """)
    public static let cyclicAlias = DiagnosticCode(
        "E0124", "cyclic alias",
        """
        An alias stands within the very node that it repeats, as in `&a [*a]`. Written out, the document would be
        infinite. A recursive schema refers to itself with `$ref`.
        """)
    public static let tagMismatch = DiagnosticCode(
        "E0125", "tag does not fit",
        """
        A tag such as `!!int` says how to read a value, and the value is not spelled like that.
        """)
    public static let unknownTag = DiagnosticCode(
        "E0126", "unknown tag",
        """
        A tag that is not of YAML's core schema, such as `!Ref` or `!!binary`, has no meaning in an API description.
        The value is read as if a scalar were in quotes, and a mapping or sequence had no tag.
        """)
    public static let keyNotText = DiagnosticCode(
        "E0127", "a key that is no text",
        """
        The keys of JSON, and with it of OpenAPI, are texts. YAML 1.2 reads `~`, `null`, `true` and `false` without quotes
        as null and booleans; such a key is taken as it is spelled. Put it in quotes if it is meant.
        """)
    public static let fileTooLarge = DiagnosticCode(
        "E0130", "file too large",
        """
        The file is larger than the limit, which protects the tool against hostile input.
        """)
    public static let tooDeep = DiagnosticCode(
        "E0131", "nested too deep",
        """
        Mappings and sequences are nested deeper than the limit, which protects the tool against hostile input. People
        do not write such documents; a generator of inline schemas can.
        """)
    public static let tooManyNodes = DiagnosticCode(
        "E0132", "too many nodes",
        """
        The document has more nodes than the limit, where each alias counts as many as what it repeats. Nested aliases
        can make a document of a few lines stand for billions of nodes (the "billion laughs" attack).
        """)
    public static let invalidJSON = DiagnosticCode(
        "E0140", "invalid JSON",
        """
        A file whose name ends in `.json` must be JSON (RFC 8259): no comments, no trailing commas, keys and strings in
        double quotes.
        """)
}
