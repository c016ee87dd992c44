/// How grave the problems of a code are in the eyes of whoever runs the tool.
public enum SeverityChoice: String, Hashable, Sendable, CaseIterable {
    case error, warning, off
}

extension DiagnosticCode {
    /// Whether the code has problems that do not stop generation, so that their severity can be chosen.
    ///
    /// A problem that is reported as an error stops generation, and no choice makes less of it.
    public var isAdjustable: Bool { Self.adjustable.contains(self) }

    private static let adjustable: Set<DiagnosticCode> = [
        // Reading.
        unknownTag, keyNotText, unquotedText, wrongType, invalidName, unusableServer, unknownField, missingField,
        invalidValue, pathParameters, otherVersionsField, ignoredSibling, unknownKeyword, unknownOperation,
        misplacedReference, conflictingFields,
        // Lowering.
        unsupportedSchema, conflictingSchemas, undeclaredProperty, duplicateEnumValue, invalidOperand,
        overlappingVariants, unusedMapping, ambiguousDiscriminator, invalidDefault, leftOut, invalidPattern,
        impossibleValue, mediaTypeLeftOut, mediaTypeAsBytes, partsWithoutTypes, undefinedStyle, payloadWithoutType,
        contradictoryDirections, unusedRequestName,
        contentWithoutBody,
        // Emitting and overlays.
        unknownTemplate, emptyOverlayTarget,
    ]
}
