// E03xx: lowering of the document to the API that it describes.
extension DiagnosticCode {
    public static let unsupportedSchema = DiagnosticCode(
        "E0301", "a schema without a type in Swift",
        """
        The schema has a meaning in JSON Schema for which Swift has no type. The value is any JSON there, and validation \
        checks what the schema says.
        """)
    public static let conflictingSchemas = DiagnosticCode(
        "E0302", "schemas that no value satisfies together",
        """
        `allOf` (or a `$ref` with keywords beside it) asks for things that exclude each other. Where they leave a type, \
        code is generated, and its validation refuses every value.
        """)
    public static let undeclaredProperty = DiagnosticCode(
        "E0303", "a property that is not declared",
        "The name of a property is used that `properties` does not have; most often it is a misspelling.")
    public static let duplicateEnumValue = DiagnosticCode(
        "E0304", "a value is listed twice",
        "The values of an `enum` should differ (JSON Schema 2020-12, section 6.1.2). Remove the one that repeats another.")
    public static let invalidOperand = DiagnosticCode(
        "E0305", "a keyword with a value that makes no sense",
        """
        JSON Schema does not allow this value, such as a negative length or a `multipleOf` of zero. The keyword says \
        nothing, and generated code does not check it.
        """)
    public static let overlappingVariants = DiagnosticCode(
        "E0306", "alternatives that overlap",
        """
        A value could be more than one of the alternatives of a `oneOf` or `anyOf`. The generated code takes the first \
        one that decodes and validates. A `discriminator`, or a required property with a different `const` in each \
        alternative, makes the choice certain.
        """)
    public static let unusedMapping = DiagnosticCode(
        "E0307", "a discriminator's mapping leads elsewhere",
        "A mapping should name one of the alternatives beside the discriminator; the entry is ignored.")
    public static let ambiguousDiscriminator = DiagnosticCode(
        "E0308", "a discriminator's value means two alternatives",
        "Each value of the discriminator's property must lead to one alternative.")
    public static let invalidDefault = DiagnosticCode(
        "E0309", "`default` does not satisfy its own schema",
        """
        A default stands for an absent value, so it must be one that the schema allows. This one is not used: generated \
        code does as if it were not there. Quotes make a string: write `default: 100` for a number.
        """)
    public static let invalidExtension = DiagnosticCode(
        "E0310", "an `x-apus-` extension that is not understood",
        "The extension has another form than documented, or names a property that does not exist.")
    public static let unsupportedOperation = DiagnosticCode(
        "E0311", "an operation that is not supported",
        "A part of the operation cannot be generated yet. The rest of the description is not affected.")
    public static let unknownSecurityScheme = DiagnosticCode(
        "E0312", "a security scheme that is not declared",
        "A security requirement names a scheme under `components/securitySchemes`.")
    public static let tooLarge = DiagnosticCode(
        "E0313", "types that say too much",
        """
        What a schema inherits by `allOf` is in its type once more, so that types can say far more than their \
        description. All together they may say as much as 512 MB of a description, where each member counts as 512 bytes \
        and its own text.
        """)
    public static let impossibleValue = DiagnosticCode(
        "E0314", "a listed value that the schema refuses",
        """
        `enum` lists a value that the keywords beside it do not allow, such as a number where `type` asks for a string. \
        No such value is valid, so generated code does without it. If none of the values is allowed, the list counts, and \
        not the `type`. In YAML 1.2, `true`, `True`, `null`, `~`, `1.0` and `0x10` without quotes are no strings.
        """)
    public static let contradictoryDirections = DiagnosticCode(
        "E0350", "a member that is read-only and write-only",
        """
        A `readOnly` member is only received, a `writeOnly` one only sent. A member that is both would be neither \
        (OpenAPI 3.0, Schema Object), so it is taken for one that is sent and received.
        """)
    public static let unusedRequestName = DiagnosticCode(
        "E0351", "a name for a type that there is not",
        """
        `x-apus-request-name` names the type of what is sent, where that is another one than the type of what is received: \
        the schema is used both ways, and has a `readOnly` or `writeOnly` member, or leads to one.
        """)
    public static let leftOut = DiagnosticCode(
        "E0340", "something with errors is left out",
        """
        With `--lenient` (`lenient: true` in apus.yaml), an operation with errors is not generated, and the values of a \
        schema with errors are any JSON. The notes are the errors. Without it, they stop the run.
        """)
    public static let invalidPattern = DiagnosticCode(
        "E0330", "a pattern that is not a regular expression",
        """
        JSON Schema's patterns are regular expressions of ECMA-262 with the `u` flag (JSON Schema 2020-12, section \
        6.3.3). What other languages have beyond that, such as `(?i)` or possessive quantifiers, is not part of them: \
        write `[Aa]` for a letter in either case. `\\A`, `\\z` and `\\Z` are read as `^` and `$`, with a warning.

        A `pattern` that is no regular expression is not checked, with a warning. Within a schema that only asserts, such \
        as that of `not`, and in `patternProperties`, there is no right code without it, and it is an error.
        """)
    public static let invalidRule = DiagnosticCode(
        "E0331", "an expression that is not understood",
        """
        The expressions of `x-apus-rules` and `x-apus-default-from` are a subset of CEL: members by their names, \
        literals, comparisons, `&&`, `||`, `!`, `? :`, arithmetic, `in`, `has(x)`, `size(x)`, `timestamp('…')`, \
        `duration('1h30m')`, `startsWith`, `endsWith`, `contains`, `matches`, and `all(x, …)` and `exists(x, …)` over \
        lists. Types must fit: there is no comparison of a string with a number.
        """)
    public static let misplacedRules = DiagnosticCode(
        "E0332", "rules where there are no members",
        "`x-apus-rules` are about the members of an object, so they stand beside its `properties`.")

    /// The codes of lowering.
    public static let lowering: [DiagnosticCode] = [
        unsupportedSchema, conflictingSchemas, undeclaredProperty, duplicateEnumValue, invalidOperand,
        overlappingVariants, unusedMapping, ambiguousDiscriminator, invalidDefault, invalidExtension,
        impossibleValue, unsupportedOperation, unknownSecurityScheme, tooLarge, contradictoryDirections, unusedRequestName, leftOut,
        invalidPattern, invalidRule, misplacedRules,
    ]
}
