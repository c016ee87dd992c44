/// One of several types.
public struct UnionShape: Sendable {
    public struct Variant: Sendable {
        /// Words to make a case name from.
        public var nameHint: String
        /// What is said of the variant besides what its type says of itself.
        public var documentation: String?
        public var type: TypeUse
        public var isRecursive: Bool

        public init(nameHint: String, documentation: String? = nil, type: TypeUse, isRecursive: Bool = false) {
            self.nameHint = nameHint
            self.documentation = documentation
            self.type = type
            self.isRecursive = isRecursive
        }
    }

    public var variants: [Variant]
    public var discrimination: Discrimination
    /// Whether a value that fits no variant is kept as JSON (what is received, told apart by a tag).
    public var isOpen: Bool
    /// Whether a value must be of one variant only, although variants overlap (`oneOf`).
    public var isExclusive: Bool
    /// The keyword that lists the variants.
    public var keyword: String

    public init(
        variants: [Variant], discrimination: Discrimination, isOpen: Bool, isExclusive: Bool = false,
        keyword: String = "oneOf"
    ) {
        self.variants = variants
        self.discrimination = discrimination
        self.isOpen = isOpen
        self.isExclusive = isExclusive
        self.keyword = keyword
    }
}

/// How to tell the variants of a union apart: a decision tree found, and proven, when the description is lowered.
public indirect enum Discrimination: Sendable {
    public enum JSONKind: String, Sendable, CaseIterable {
        case null, boolean, integer, number, string, array, object
    }

    public struct Branch<Key: Hashable & Sendable>: Sendable {
        public var key: Key
        public var plan: Discrimination

        public init(_ key: Key, _ plan: Discrimination) {
            self.key = key
            self.plan = plan
        }
    }

    /// The variant with this index.
    case variant(Int)
    /// By the JSON type of the value.
    case kind([Branch<JSONKind>])
    /// By the value of a member: an explicit discriminator, or constants that differ. Without the member, `absent`
    /// counts if there is one, else `otherwise`.
    case property(String, [Branch<JSONLiteral>], otherwise: Discrimination?, absent: Discrimination? = nil)
    /// By the first of these members that is there.
    case presence([Branch<String>], otherwise: Discrimination?)
    /// By the first element of an array; `empty` when there is none.
    case element(Discrimination, empty: Int)
    /// By the value itself: the variants list theirs.
    case value([Branch<JSONLiteral>], otherwise: Discrimination?)
    /// The variants overlap: the first of these that decodes without loss and satisfies its constraints.
    case trial([Int])

    /// Whether it takes a trial for some values.
    public var hasTrial: Bool {
        switch self {
        case .trial: true
        case .variant: false
        case .kind(let branches): branches.contains { $0.plan.hasTrial }
        case .property(_, let branches, let otherwise, let absent):
            branches.contains { $0.plan.hasTrial } || otherwise?.hasTrial == true || absent?.hasTrial == true
        case .value(let branches, let otherwise):
            branches.contains { $0.plan.hasTrial } || otherwise?.hasTrial == true
        case .presence(let branches, let otherwise):
            branches.contains { $0.plan.hasTrial } || otherwise?.hasTrial == true
        case .element(let plan, _): plan.hasTrial
        }
    }
}
