// E06xx: overlays.
extension DiagnosticCode {
    public static let invalidOverlay = DiagnosticCode(
        "E0601", "not a valid overlay",
        """
        An overlay is a document of the Overlay Specification 1.0 or 1.1. It has a version, `info` with a title and \
        a version, and a list of actions. Each action has a `target` and one of `update`, `copy` (1.1) and `remove: \
        true`.

            overlay: 1.0.0
            info: {title: Ours, version: 1.0.0}
            actions:
              - target: $.paths['/internal']
                remove: true
        """)
    public static let invalidJSONPath = DiagnosticCode(
        "E0602", "not a JSONPath query",
        """
        The target of an action is a JSONPath query (RFC 9535) and begins with `$`. If a name has other characters \
        than letters, digits, `_` and `-`, write it in brackets and quotes: `$.paths['/pets'].get`.
        """)
    public static let emptyOverlayTarget = DiagnosticCode(
        "E0603", "an overlay action that changes nothing",
        """
        The target of the action matches nothing in the description as the earlier actions left it. The Overlay \
        Specification allows this, but most often the description has changed, or the query is misspelled.
        """)
    public static let incompatibleOverlay = DiagnosticCode(
        "E0604", "an overlay action that does not fit its target",
        """
        An update of a mapping must be a mapping, and is merged into it. An update of a scalar must be a scalar, and \
        replaces it. An update of a sequence is appended to it. The root of a description cannot be removed, and \
        `copy` must match exactly one node.
        """)

    /// The codes of overlays.
    public static let overlay: [DiagnosticCode] = [
        invalidOverlay, invalidJSONPath, emptyOverlayTarget, incompatibleOverlay,
    ]
}
