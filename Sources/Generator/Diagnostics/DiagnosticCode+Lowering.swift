// E03xx: lowering of the document to the API that it describes.
extension DiagnosticCode {
    public static let unsupportedSchema = DiagnosticCode(
        "E0301", "a schema without a type in Swift",
        """
        Swift has no type for the values that this schema describes. The generated type accepts any JSON value, and \
        validation checks the schema.
        """)
    public static let conflictingSchemas = DiagnosticCode(
        "E0302", "schemas that no value satisfies together",
        """
        The schemas of an `allOf`, or a `$ref` and the keywords beside it, exclude each other. If they still have a \
        type, code is generated, and validation rejects every value. Remove one of the keywords that exclude each \
        other.
        """)
    public static let undeclaredProperty = DiagnosticCode(
        "E0303", "a property that is not declared",
        "The name is not one of the `properties`. Most often it is misspelled.")
    public static let duplicateEnumValue = DiagnosticCode(
        "E0304", "a value is listed twice",
        "The values of an `enum` should differ (JSON Schema 2020-12, section 6.1.2). Remove one of the two.")
    public static let invalidOperand = DiagnosticCode(
        "E0305", "a keyword with an invalid value",
        """
        JSON Schema does not allow this value, such as a negative length or a `multipleOf` of zero. Generated code \
        ignores the keyword. Correct the value, or remove the keyword.
        """)
    public static let overlappingVariants = DiagnosticCode(
        "E0306", "alternatives that overlap",
        """
        A value can match more than one alternative of a `oneOf` or `anyOf`. Generated code takes the first one that \
        decodes and validates. To make the choice certain, add a `discriminator`, or a required property with a \
        different `const` in each alternative.
        """)
    public static let unusedMapping = DiagnosticCode(
        "E0307", "a discriminator's mapping to another schema",
        """
        A mapping must name one of the alternatives beside the discriminator. This entry is ignored. Add the schema \
        to the alternatives, or remove the entry.
        """)
    public static let ambiguousDiscriminator = DiagnosticCode(
        "E0308", "a discriminator's value means two alternatives",
        "Each value of the discriminator's property must select one alternative.")
    public static let invalidDefault = DiagnosticCode(
        "E0309", "`default` does not satisfy its own schema",
        """
        A default stands for an absent value, so the schema must allow it. Generated code ignores this default. \
        Quotes make a string: write `default: 100` for a number.
        """)
    public static let invalidExtension = DiagnosticCode(
        "E0310", "an invalid `x-apus-` extension",
        "The extension does not have the documented form, or names a property that does not exist.")
    public static let unsupportedOperation = DiagnosticCode(
        "E0311", "an operation that is not supported",
        "Apus cannot generate a part of this operation. The rest of the description is not affected.")
    public static let unknownSecurityScheme = DiagnosticCode(
        "E0312", "a security scheme that is not declared",
        "A security requirement must name a scheme under `components/securitySchemes`.")
    public static let tooLarge = DiagnosticCode(
        "E0313", "types that are too large",
        """
        A type repeats everything that its schema inherits through `allOf`, so the types can be far larger than the \
        description. The limit for all types is 512 MB, where each member counts as 512 bytes and its own text. \
        Generate a part of the API with `filter` in the configuration, or use fewer nested `allOf`.
        """)
    public static let impossibleValue = DiagnosticCode(
        "E0314", "a listed value that the schema does not allow",
        """
        `enum` lists a value that the keywords beside it do not allow, such as a number where `type` is `string`. \
        Such a value is never valid, so generated code leaves it out. If none of the values is allowed, Apus uses \
        the list and ignores the `type`. In YAML 1.2, `true`, `True`, `null`, `~`, `1.0` and `0x10` are strings only \
        in quotes.
        """)
    public static let contradictoryDirections = DiagnosticCode(
        "E0350", "a member that is read-only and write-only",
        """
        A `readOnly` member is only received, and a `writeOnly` member is only sent. A member cannot be both \
        (OpenAPI 3.0, Schema Object), so Apus ignores both keywords. Remove one of them.
        """)
    public static let unusedRequestName = DiagnosticCode(
        "E0351", "a request name without effect",
        """
        `x-apus-request-name` names the type that is sent if it differs from the type that is received. The types \
        differ if the schema is used in both directions and has, or refers to a schema with, a `readOnly` or \
        `writeOnly` member. Otherwise there is only one type: name it with `x-apus-name`.
        """)
    public static let leftOut = DiagnosticCode(
        "E0340", "something with errors is left out",
        """
        With `--lenient` (`lenient: true` in apus.yaml), an operation with errors is not generated, and a schema \
        with errors allows any JSON value. The notes are the errors. Without `--lenient`, they stop generation.
        """)
    public static let invalidPattern = DiagnosticCode(
        "E0330", "a pattern that is not a regular expression",
        """
        Patterns of JSON Schema are regular expressions of ECMA-262 with the `u` flag (JSON Schema 2020-12, section \
        6.3.3). Features of other languages, such as `(?i)` or possessive quantifiers, are not supported: write \
        `[Aa]` for a letter in either case. `\\A`, `\\z` and `\\Z` are read as `^` and `$`, with a warning.

        A `pattern` that is not a regular expression is not checked, with a warning. It is an error in \
        `patternProperties`, and in a schema that is only used for validation, such as that of `not`, because \
        validation would be wrong without it.
        """)
    public static let invalidRule = DiagnosticCode(
        "E0331", "an expression that is not valid",
        """
        The expressions of `x-apus-rules` and `x-apus-default-from` are a subset of CEL: members by their names, \
        literals, comparisons, `&&`, `||`, `!`, `? :`, arithmetic, `in`, `has(x)`, `size(x)`, `timestamp('…')`, \
        `duration('1h30m')`, `startsWith`, `endsWith`, `contains`, `matches`, and `all(x, …)` and `exists(x, …)` \
        over lists. Types must match: a string cannot be compared with a number.
        """)
    public static let misplacedRules = DiagnosticCode(
        "E0332", "rules of a schema without members",
        "`x-apus-rules` applies to the members of an object. Write it beside the `properties` of that object.")
    public static let invalidExample = DiagnosticCode(
        "E0315", "an example that does not satisfy its own schema",
        """
        Examples become tests of the generated code if `tests` in the configuration says so. This one would fail, \
        because its schema does not allow it, so it is left out. What only running the generated code finds, such as \
        a pattern or a format that the value does not have, is the failure of a test instead.
        """)

    /// The codes of lowering.
    public static let lowering: [DiagnosticCode] = [
        unsupportedSchema, conflictingSchemas, undeclaredProperty, duplicateEnumValue, invalidOperand,
        overlappingVariants, unusedMapping, ambiguousDiscriminator, invalidDefault, invalidExtension,
        impossibleValue, unsupportedOperation, unknownSecurityScheme, tooLarge, contradictoryDirections,
        unusedRequestName, leftOut,
        invalidPattern, invalidRule, misplacedRules, invalidExample,
    ]
}
