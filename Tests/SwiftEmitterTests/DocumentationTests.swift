import ApusAPIModel
import Testing

@testable import ApusSwiftEmitter

/// The comments of generated code.
struct DocumentationTests {
    @Test(arguments: [
        ("Set `a_b`, not ``a_b`` or `c`.", "Set `aB`, not ``a_b`` or `c`."),
        ("`a_b``a_b` `a_b", "`a_b``a_b` `a_b"),
        ("```\n`a_b`\n```\n`a_b`", "```\n`a_b`\n```\n`aB`"),
        ("`a\n_b` `` ` `a_b` ``", "`a\n_b` `` ` `a_b` ``"),
        ("none", "none"),
    ])
    func codeSpansAreReplaced(text: String, expected: String) {
        #expect(CodeSpans.replaced(in: text) { $0 == "a_b" ? "`aB`" : nil } == expected)
    }

    @Test func membersHaveSwiftNamesLimitsAndDefaults() throws {
        let files = emitted(
            API(
                title: "Trips", version: "1",
                types: [
                    .object(
                        "Trip", "A trip. `start_time` is before `end_time`, see `Place` and `other_name`.",
                        constraints: Constraints([
                            .that("anyOf", .array([]), message: "Set `end_time` or `days`.")
                        ]),
                        [
                            .optional("start_time", .string), .optional("end_time", .string),
                            .optional(
                                "days",
                                .of(
                                    .integer(.unspecified), .that("minimum", .number("1")),
                                    .that("maximum", .number("9"))),
                                default: .number("2")),
                            .required(
                                "code",
                                .of(
                                    .string(format: nil), .that("minLength", .number("3")),
                                    .that("maxLength", .number("3")), .that("pattern", .string("^[A-Z]+$")))),
                            .required(
                                "stops",
                                .of(
                                    .array(.named("Place")), .that("maxItems", .number("1")),
                                    .that("uniqueItems", .bool(true)))),
                        ]),
                    .object("Place", nil, [.required("name", .string)]),
                ]))
        let text = try #require(files.first { $0.name == "Models/Trip.swift" }).contents
        for line in [
            "/// A trip. ``startTime`` is before ``endTime``, see ``Place`` and `other_name`.",
            "/// `validate()` checks:", "/// - Set ``endTime`` or ``days``.", "    /// Default: `2`. 1 to 9.",
            "    /// Exactly 3 characters. Matches `^[A-Z]+$`.", "    /// At most 1 element. The elements differ.",
        ] {
            #expect(text.contains("\n\(line)\n"), "\(line) in\n\(text)")
        }
    }
}
