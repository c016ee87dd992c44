/// The pages of a paginated operation, requested one by one during iteration.
///
/// ```swift
/// for try await page in client.querySessionsPages(projectID: projectID, query) { print(page.records.count) }
/// for try await record in client.querySessionsPages(projectID: projectID, query).items { print(record) }
/// ```
///
/// The sequence ends after a page without a token for the next one. If a server repeats the token that it was sent, the
/// sequence would never end. Iteration then throws ``RepeatedPageToken`` as the `transport` error.
public struct Pages<Page: Sendable, Item: Sendable, Failure: OperationError>: AsyncSequence, Sendable {
    public typealias Element = Page

    fileprivate typealias Step = @Sendable () async throws(Failure) -> (page: Page, next: AnyStep?)

    /// A box for a step, because a step's type would otherwise contain itself.
    fileprivate struct AnyStep: Sendable {
        let run: Step
    }

    private let first: AnyStep
    private let itemsOfPage: @Sendable (Page) -> [Item]

    /// - Parameters:
    ///   - request: The request for the first page.
    ///   - next: The path to the next page's token in a page.
    ///   - into: The path to the token in a request.
    ///   - items: The path to the items in a page.
    ///   - fetch: Sends a request.
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
    ///   - request: The request for the first page.
    ///   - next: The path to the next page's token in a page.
    ///   - into: The path to the token in a request, where it is optional.
    ///   - items: The path to the items in a page.
    ///   - fetch: Sends a request.
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
                if next == previous { throw .transport(TransportFailure(RepeatedPageToken())) }
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
            // After a failure, the sequence ends.
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

/// The items of all pages of a paginated operation. A page is requested when the items before it are used up.
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

/// The error for a server whose page has the same token for the next page as the request had.
public struct RepeatedPageToken: Error, Hashable, Sendable, CustomStringConvertible {
    public init() {}

    public var description: String { "the server returned the token of the same page again" }
}
