/// The cases of the YAML test suite where the reader differs, with reasons.
enum YAMLSuiteExceptions {
    static var all: [String: String] {
        acceptedByParser.merging(refusedByParser) { $1 }.merging(readDifferently) { $1 }.merging(refusedByDesign) { $1 }
    }

    /// Invalid in YAML 1.2, but accepted by libyaml.
    static let acceptedByParser: [String: String] = [
        "9C9N": "a list in brackets may go on at the indentation of its parent",
        "9JBA": "a comment needs no space before it",
        "CVW2": "a comment needs no space before it",
        "DK95-1": "a tab is taken as separation",
        "G5U8": "dashes in brackets are taken for text",
        "MUS6": "text behind a directive is ignored",
        "QB6E": "a quoted text may go on at the indentation of its parent",
        "S98Z": "leading spaces beyond the indentation are taken",
        "SU5Z": "a comment needs no space before it",
        "X4QW": "a comment needs no space before it",
        "Y79Y-3": "a tab is taken as separation",
        "YJV2": "a dash in brackets is taken for text",
    ]

    /// Valid in YAML 1.2, but rejected by libyaml.
    static let refusedByParser: [String: String] = [
        "2JQS": "an empty key is refused",
        "2LFX": "an unknown directive is refused",
        "2SXE": "an anchor ends at a colon",
        "4ABK": "an empty value in braces is refused",
        "4MUZ": "a `:` on the line behind its key is refused",
        "4MUZ-1": "a `:` on the line behind its key is refused",
        "4MUZ-2": "a `:` on the line behind its key is refused",
        "58MP": "a `:` at the start of a value in braces is refused",
        "5MUD": "a `:` on the line behind its key is refused",
        "5T43": "a `:` at the start of a value in braces is refused",
        "6BCT": "a tab as separation or before content is refused",
        "6CA3": "a tab as separation or before content is refused",
        "6LVF": "an unknown directive is refused",
        "6M2F": "an empty key is refused",
        "7Z25": "text behind a document end needs `---`",
        "8XYN": "an anchor has only letters, digits, `-` and `_`",
        "96NN": "a tab as separation or before content is refused",
        "96NN-1": "a tab as separation or before content is refused",
        "9SA2": "a `:` on the line behind its key is refused",
        "A2M4": "a tab as separation or before content is refused",
        "BEC7": "a `%YAML` directive for a version later than 1.2 is refused",
        "CFD4": "an empty key is refused",
        "DBG4": "a `:` at the start of a value in brackets is refused",
        "DK3J": "a block scalar at the root must be indented",
        "DK95": "a tab as separation or before content is refused",
        "DK95-3": "a tab as separation or before content is refused",
        "DK95-4": "a tab as separation or before content is refused",
        "FP8R": "a block scalar at the root must be indented",
        "FRK4": "an empty value in braces is refused",
        "HM87": "a `:` at the start of a value in brackets is refused",
        "HWV9": "a document end without a document is refused",
        "K3WX": "a `:` on the line behind its key is refused",
        "M7A3": "text behind a document end needs `---`",
        "MUS6-5": "an unknown directive is refused",
        "MUS6-6": "an unknown directive is refused",
        "NHX8": "an empty key is refused",
        "NJ66": "a `:` on the line behind its key is refused",
        "NKF9": "an empty key is refused",
        "Q5MG": "a tab as separation or before content is refused",
        "QT73": "a document end without a document is refused",
        "R4YG": "a tab as separation or before content is refused",
        "S3PD": "an empty key is refused",
        "SM9W-1": "an empty key is refused",
        "UKK6": "an empty key is refused",
        "UT92": "a `%` at the start of a line of text is taken for a directive",
        "VJP3-1": "a `:` on the line behind its key is refused",
        "W4TN": "a `%` at the start of a line of text is taken for a directive",
        "W5VH": "an anchor has only letters, digits, `-` and `_`",
        "Y79Y-1": "a tab as separation or before content is refused",
        "Y79Y-10": "a tab as separation or before content is refused",
    ]

    /// Valid in YAML 1.2, but read differently by libyaml.
    static let readDifferently: [String: String] = [
        "652Z": "a `?` at the start of a key in braces is taken for an explicit key",
        "HM87-1": "a `?` at the start of a value in brackets is taken for an explicit key",
        "JEF9-2": "spaces without a final line break end a block scalar differently",
        "L24T-1": "spaces without a final line break end a block scalar differently",
        "UKK6-2": "an empty value with the tag `!` is an empty string",
        "Y2GN": "an anchor ends at a colon",
    ]

    /// Valid YAML without a JSON equivalent, so not an API description.
    static let refusedByDesign: [String: String] = [
        "4FJ6": "a key is a mapping or sequence",
        "6BFJ": "a key is a mapping or sequence",
        "6PBE": "a key is a mapping or sequence",
        "9MMW": "a key is a mapping or sequence",
        "KK5P": "a key is a mapping or sequence",
        "LX3P": "a key is a mapping or sequence",
        "M2N8": "a key is a mapping or sequence",
        "M2N8-1": "a key is a mapping or sequence",
        "M5DY": "a key is a mapping or sequence",
        "Q9WF": "a key is a mapping or sequence",
        "RZP5": "a key is a mapping or sequence",
        "SBG9": "a key is a mapping or sequence",
        "V9D5": "a key is a mapping or sequence",
        "X38W": "a key is a mapping or sequence",
        "XW4D": "a key is a mapping or sequence",
    ]
}
