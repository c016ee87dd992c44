/// E05xx: accepted breaks of `apus diff`.
extension DiagnosticCode {
    public static let unusedAcceptance = DiagnosticCode(
        "E0510", "an accepted break that is not there",
        """
        An entry of the list of accepted breaks (`apus diff --accept`) matches no break between the two descriptions. It \
        would accept a later one that nobody has looked at. Remove it, or correct its `code` or its `place`: the output \
        of `apus diff` shows both for each change.
        """)

    public static let expiredAcceptance = DiagnosticCode(
        "E0511", "an accepted break whose time is over",
        """
        An entry of the list of accepted breaks (`apus diff --accept`) has a date in `until` that has passed. The break \
        counts again. Remove the break, or decide on a new date.
        """)
}
