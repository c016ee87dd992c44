// E06xx: overlays.
extension DiagnosticCode {
    public static let invalidOverlay = DiagnosticCode(
        "E0601", "not a valid overlay",
        """
        An overlay is a document of the Overlay Specification 1.0 or 1.1: a version, `info` with a title and a version, and \\
        a list of actions, each with a `target` and an `update`, a `copy` (1.1) or `remove: true`.

            overlay: 1.0.0
            info: {title: Ours, version: 1.0.0}
            actions:
              - target: $.paths['/internal']
                remove: true
        """)
    public static let invalidJSONPath = DiagnosticCode(
        "E0602", "not a query of JSONPath",
        """
        The target of an action is a query of JSONPath (RFC 9535), which begins with `$`. A name with other characters \\
        than letters, digits, `_` and `-` stands in brackets and quotes: `$.paths['/pets'].get`.
        """)
    public static let emptyOverlayTarget = DiagnosticCode(
        "E0603", "an overlay's action that changes nothing",
        """
        The target of the action means no node of the description, as earlier actions have left it. The standard lets \\
        such an action pass; most often the description has changed, or the query is misspelt.
        """)
    public static let incompatibleOverlay = DiagnosticCode(
        "E0604", "an overlay's action that does not fit its target",
        """
        An update of a mapping is a mapping, whose members are merged; an update of a sequence is appended; an update of a \\
        scalar is a scalar, which takes its place. The root of a description cannot be removed, and `copy` names one node.
        """)

    /// The codes of overlays.
    public static let overlay: [DiagnosticCode] = [
        invalidOverlay, invalidJSONPath, emptyOverlayTarget, incompatibleOverlay,
    ]
}
