import ApusAPIModel

/// A request for a name in Swift.
struct NameRequest {
    /// The name or value in the description.
    var spec: String
    /// The name that an override or the description asks for.
    var explicit: String?
    var origin: Origin?
    /// The name if `spec` has no words.
    var fallback: String
    /// Whether a `+` or a `-` can be a sign. In a path it cannot.
    var canHaveSigns = true

    init(_ spec: String, explicit: String? = nil, origin: Origin? = nil, fallback: String = "empty") {
        self.spec = spec
        self.explicit = explicit
        self.origin = origin
        self.fallback = fallback
    }
}

extension NameRequest {
    /// A help text that says which names are valid.
    static let help = "use letters, digits and `_`, and do not begin with a digit"
}
