/// The severity that a user chooses for a code.
public enum SeverityChoice: String, Hashable, Sendable, CaseIterable {
    case error, warning, off
}

extension DiagnosticCode {
    /// Whether a user may choose the severity of the code's warnings and notes.
    ///
    /// Errors of the code always stop generation.
    public var isAdjustable: Bool { Self.adjustable.contains(self) }

    private static let adjustable: Set<DiagnosticCode> = [
        .unusedAcceptance, .expiredAcceptance,
        // Codes of reading.
        unknownTag, keyNotText, unquotedText, wrongType, invalidName, unusableServer, unknownField, missingField,
        invalidValue, pathParameters, otherVersionsField, ignoredSibling, unknownKeyword, unknownOperation,
        misplacedReference, conflictingFields,
        // Codes of lowering.
        unsupportedSchema, conflictingSchemas, undeclaredProperty, duplicateEnumValue, invalidOperand,
        overlappingVariants, unusedMapping, ambiguousDiscriminator, invalidDefault, leftOut, invalidPattern,
        impossibleValue, invalidExample, mediaTypeLeftOut, mediaTypeAsBytes, partsWithoutTypes, undefinedStyle,
        payloadWithoutType, contradictoryDirections, unusedRequestName,
        contentWithoutBody, ignoredHeader,
        // Codes of emitting, of overlays and of the command.
        unknownTemplate, noSample, schemeOfTransport, noSuccess, unreachableOperation, emptyOverlayTarget,
        runtimeDoesNotFit,
    ]
}
