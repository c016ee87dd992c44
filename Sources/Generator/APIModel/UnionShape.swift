/// One of several types.
public struct UnionShape: Sendable {
    public struct Variant: Sendable {
        /// The words for the name of a case.
        public var nameHint: String
        /// The assertions about the variant, in addition to those of its type.
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
    /// Whether a value that matches no variant is kept as JSON, as in a received union with a tag.
    public var isOpen: Bool
    /// Whether a value must match only one variant although variants overlap (`oneOf`).
    public var isExclusive: Bool
    /// The keyword that lists the variants.
    public var keyword: String
    /// The variants that combine or negate values of the union, by their operator. Each is an object with one member: a
    /// list of values of the union, or one value for `not`.
    public var operators: [LogicalOperator: Int]

    public init(
        variants: [Variant], discrimination: Discrimination, isOpen: Bool, isExclusive: Bool = false,
        keyword: String = "oneOf", operators: [LogicalOperator: Int] = [:]
    ) {
        self.variants = variants
        self.discrimination = discrimination
        self.isOpen = isOpen
        self.isExclusive = isExclusive
        self.keyword = keyword
        self.operators = operators
    }
}

/// The decision tree that chooses a variant of a union. Lowering finds it and proves that it is right.
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
    /// By the value of a member: an explicit discriminator, or different constants. Without the member, `absent`
    /// applies if there is one, or else `otherwise`.
    case property(String, [Branch<JSONLiteral>], otherwise: Discrimination?, absent: Discrimination? = nil)
    /// By the first of these members that is present.
    case presence([Branch<String>], otherwise: Discrimination?)
    /// By the first element of an array, or `empty` if there is none.
    case element(Discrimination, empty: Int)
    /// By the value itself, which a variant lists.
    case value([Branch<JSONLiteral>], otherwise: Discrimination?)
    /// The first of these overlapping variants that decodes without loss and satisfies its constraints.
    case trial([Int])

    /// Whether some values need a trial.
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
