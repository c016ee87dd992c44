import ApusModels

/// The type of a member or parameter that can identify the next page: an optional, a `Presence`, a text or a number.
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

extension PageToken where Token == Self {
    public init(pageToken: Self) { self = pageToken }
    public var pageToken: Self? { self }
}

extension String: PageToken {
    public typealias Token = String
}

extension Bool: PageToken {
    public typealias Token = Bool
}

extension Int: PageToken {
    public typealias Token = Int
}

extension Int32: PageToken {
    public typealias Token = Int32
}

extension Int64: PageToken {
    public typealias Token = Int64
}

/// The type of a member that holds the items of a page: an array, an optional array or a `Presence` of one.
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

extension Presence: PageItems where Value: PageItems {
    public var pageItems: [Value.Item] { value?.pageItems ?? [] }
}

/// A Boolean or a number in a page that describes the sequence, such as the number of pages.
public struct PageFact<Page, Value: Hashable & Sendable>: Sendable {
    let value: @Sendable (Page) -> Value?
}

extension PageFact where Value == Bool {
    /// Returns the Boolean at a path. It may be absent.
    public static func at<Fact: PageToken & SendableMetatype>(
        _ path: KeyPath<Page, Fact> & Sendable
    ) -> PageFact where Fact.Token == Bool {
        PageFact { $0[keyPath: path].pageToken }
    }
}

extension PageFact where Value == Int {
    /// Returns the number at a path. It may be absent.
    public static func at<Fact: PageToken & SendableMetatype>(
        _ path: KeyPath<Page, Fact> & Sendable
    ) -> PageFact where Fact.Token: FixedWidthInteger {
        PageFact { $0[keyPath: path].pageToken.flatMap { Int(exactly: $0) } }
    }
}
