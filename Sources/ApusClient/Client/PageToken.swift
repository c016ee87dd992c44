import ApusModels

/// A place for the token of a next page that may be empty: an optional or a `Presence`.
public protocol PageToken<Token> {
    associatedtype Token: Hashable

    init(pageToken: Token)
    /// The token, if there is one.
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

/// The items of a page: an array, or an optional one.
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
