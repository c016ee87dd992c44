/// The pages of a paginated operation, requested one after the other while they are iterated.
///
/// The sequence ends after the page that has no token for a next one. A server that answers with the token that it was
/// just given would never end; then iterating throws ``RepeatedPageToken`` as the error's `transport`.
public struct Pages<Page: Sendable, Item: Sendable, Failure: OperationError>: AsyncSequence, Sendable {
    public typealias Element = Page

    fileprivate typealias Step = @Sendable () async throws(Failure) -> (page: Page, next: AnyStep?)

    /// A step in a box, since a step's type would contain itself.
    fileprivate struct AnyStep: Sendable {
        let run: Step
    }

    private let first: AnyStep
    private let itemsOfPage: @Sendable (Page) -> [Item]

    /// - Parameters:
    ///   - request: the request for the first page.
    ///   - next: where a page has the token of the next one.
    ///   - into: where a request takes a token.
    ///   - items: where a page has its items.
    ///   - fetch: sends a request.
    public init<Request: Sendable, Next: PageToken & SendableMetatype, Items: PageItems<Item> & SendableMetatype>(
        from request: Request, next: KeyPath<Page, Next> & Sendable,
        into: WritableKeyPath<Request, Next.Token> & Sendable, items: KeyPath<Page, Items> & Sendable,
        fetch: @escaping @Sendable (Request) async throws(Failure) -> Page
    ) where Next.Token: Sendable {
        self.init(
            from: request, token: { $0[keyPath: next].pageToken }, setToken: { $0[keyPath: into] = $1 },
            items: { $0[keyPath: items].pageItems }, fetch: fetch)
    }

    /// - Parameters:
    ///   - request: the request for the first page.
    ///   - next: where a page has the token of the next one.
    ///   - into: where a request takes a token; it can be left out there.
    ///   - items: where a page has its items.
    ///   - fetch: sends a request.
    public init<
        Request: Sendable, Next: PageToken & SendableMetatype, Into: PageToken & SendableMetatype,
        Items: PageItems<Item> & SendableMetatype
    >(
        from request: Request, next: KeyPath<Page, Next> & Sendable,
        into: WritableKeyPath<Request, Into> & Sendable, items: KeyPath<Page, Items> & Sendable,
        fetch: @escaping @Sendable (Request) async throws(Failure) -> Page
    ) where Into.Token == Next.Token, Next.Token: Sendable {
        self.init(
            from: request, token: { $0[keyPath: next].pageToken },
            setToken: { $0[keyPath: into] = Into(pageToken: $1) }, items: { $0[keyPath: items].pageItems },
            fetch: fetch)
    }

    private init<Request: Sendable, Token: Hashable & Sendable>(
        from request: Request, token: @escaping @Sendable (Page) -> Token?,
        setToken: @escaping @Sendable (inout Request, Token) -> Void,
        items: @escaping @Sendable (Page) -> [Item],
        fetch: @escaping @Sendable (Request) async throws(Failure) -> Page
    ) {
        @Sendable func step(_ request: Request, after previous: Token?) -> AnyStep {
            AnyStep { () async throws(Failure) -> (page: Page, next: AnyStep?) in
                let page = try await fetch(request)
                guard let next = token(page) else { return (page, nil) }
                if next == previous { throw .transport(RepeatedPageToken()) }
                var request = request
                setToken(&request, next)
                return (page, step(request, after: next))
            }
        }
        first = step(request, after: nil)
        itemsOfPage = items
    }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var step: AnyStep?

        public mutating func next() async throws(Failure) -> Page? {
            guard let current = step else { return nil }
            // Nothing follows a failure.
            step = nil
            let (page, next) = try await current.run()
            step = next
            return page
        }
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(step: first)
    }

    /// The items of all pages.
    public var items: PagedItems<Page, Item, Failure> {
        PagedItems(pages: self, itemsOfPage: itemsOfPage)
    }
}

/// The items of all pages of a paginated operation; a page is requested when the items before it are used up.
public struct PagedItems<Page: Sendable, Item: Sendable, Failure: OperationError>: AsyncSequence, Sendable {
    public typealias Element = Item

    fileprivate let pages: Pages<Page, Item, Failure>
    fileprivate let itemsOfPage: @Sendable (Page) -> [Item]

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var pages: Pages<Page, Item, Failure>.Iterator
        fileprivate let itemsOfPage: @Sendable (Page) -> [Item]
        fileprivate var rest: ArraySlice<Item> = []

        public mutating func next() async throws(Failure) -> Item? {
            while rest.isEmpty {
                guard let page = try await pages.next() else { return nil }
                rest = itemsOfPage(page)[...]
            }
            return rest.removeFirst()
        }
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: pages.makeAsyncIterator(), itemsOfPage: itemsOfPage)
    }
}

/// The server gave the same token for the next page as for this one.
public struct RepeatedPageToken: Error, Hashable, Sendable, CustomStringConvertible {
    public init() {}

    public var description: String { "the server keeps asking for the same page" }
}
