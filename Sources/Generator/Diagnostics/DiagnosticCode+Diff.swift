/// E05xx: accepted breaks of `apus diff`.
extension DiagnosticCode {
    public static let unusedAcceptance = DiagnosticCode(
        "E0510", "an accepted break without a match",
        """
        An entry of the list of accepted breaks (`apus diff --accept`) matches no break between the two descriptions. It \
        could accept a later break that nobody has reviewed. Remove it, or correct its `code` or its `place`. The output \
        of `apus diff` shows both for each change.
        """)

    public static let expiredAcceptance = DiagnosticCode(
        "E0511", "an accepted break that expired",
        """
        An entry of the list of accepted breaks (`apus diff --accept`) has a date in `until` that has passed, so the \
        break counts again. Remove the break, or decide on a new date.
        """)
}
