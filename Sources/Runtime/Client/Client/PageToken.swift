import ApusModels

/// The type of a member that may hold the token of the next page: an optional or a `Presence`.
public protocol PageToken<Token> {
    associatedtype Token: Hashable

    init(pageToken: Token)
    /// The token, or `nil` if there is none.
    var pageToken: Token? { get }
}

extension Optional: PageToken where Wrapped: Hashable {
    public init(pageToken: Wrapped) { self = pageToken }
    public var pageToken: Wrapped? { self }
}

extension Presence: PageToken where Value: Hashable {
    public init(pageToken: Value) { self = .value(pageToken) }
    public var pageToken: Value? { value }
}

/// The type of a member that holds the items of a page: an array or an optional array.
public protocol PageItems<Item> {
    associatedtype Item

    var pageItems: [Item] { get }
}

extension Array: PageItems {
    public var pageItems: [Element] { self }
}

extension Optional: PageItems where Wrapped: PageItems {
    public var pageItems: [Wrapped.Item] { self?.pageItems ?? [] }
}
