import ApusModels

// The initializers for each style of pagination. GeneratedCode.md has a table of them.
extension Pages {
    /// Creates pages with a token for the next one.
    ///
    /// - Parameters:
    ///   - request: The request for the first page.
    ///   - next: The path to the next page's token in a page.
    ///   - into: The path to the token in a request.
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
            from: request, items: { $0[keyPath: items].pageItems }, fetch: fetch,
            token: { page, _, _ in
                page[keyPath: next].pageToken
            },
            update: {
                $0[keyPath: into] = Into(pageToken: $1)
            })
    }

    /// Creates pages that follow the last item of the page before.
    ///
    /// - Parameters:
    ///   - after: The path to the cursor in an item.
    ///   - more: Whether there are more items. Without it, an empty page is the last one.
    public init<
        Request: Sendable, Cursor: PageToken & SendableMetatype, Into: PageToken & SendableMetatype,
        Items: PageItems<Item> & SendableMetatype
    >(
        from request: Request, after: KeyPath<Item, Cursor> & Sendable,
        into: WritableKeyPath<Request, Into> & Sendable, items: KeyPath<Page, Items> & Sendable,
        more: PageFact<Page, Bool>? = nil,
        fetch: @escaping @Sendable (Request) async throws(Failure) -> Page
    ) where Into.Token == Cursor.Token, Cursor.Token: Sendable {
        self.init(
            from: request, items: { $0[keyPath: items].pageItems }, fetch: fetch,
            token: { page, _, _ in
                if more?.value(page) == false { return nil }
                return page[keyPath: items].pageItems.last?[keyPath: after].pageToken
            },
            update: {
                $0[keyPath: into] = Into(pageToken: $1)
            })
    }

    /// Creates pages by offset, which is the number of items before a page.
    ///
    /// The last page is empty, or has fewer items than the limit, or is the one that reaches the total.
    ///
    /// - Parameters:
    ///   - offset: The path to the number of items in a request.
    ///   - limit: The maximum number of items in a page, if it is known.
    ///   - total: The number of all items.
    public init<
        Request: Sendable, Into: PageToken & SendableMetatype, Items: PageItems<Item> & SendableMetatype
    >(
        from request: Request, offset: WritableKeyPath<Request, Into> & Sendable,
        limit: (some BinaryInteger & Sendable)? = Int?.none, items: KeyPath<Page, Items> & Sendable,
        total: PageFact<Page, Int>? = nil,
        fetch: @escaping @Sendable (Request) async throws(Failure) -> Page
    ) where Into.Token: FixedWidthInteger & Sendable {
        self.init(
            from: request, items: { $0[keyPath: items].pageItems }, fetch: fetch,
            token: { page, request, count in
                let next = Int(request[keyPath: offset].pageToken ?? 0) + count
                if count == 0 || limit.map({ count < $0 }) == true { return nil }
                if let all = total?.value(page), next >= all { return nil }
                return Into.Token(exactly: next)
            },
            update: {
                $0[keyPath: offset] = Into(pageToken: $1)
            })
    }

    /// Creates pages by page number.
    ///
    /// The last page is empty, or the one whose number is the total.
    ///
    /// - Parameters:
    ///   - page: The path to the page's number in a request.
    ///   - first: The number of the first page.
    ///   - total: The number of pages.
    public init<
        Request: Sendable, Into: PageToken & SendableMetatype, Items: PageItems<Item> & SendableMetatype
    >(
        from request: Request, page number: WritableKeyPath<Request, Into> & Sendable, first: Int = 1,
        items: KeyPath<Page, Items> & Sendable,
        total: PageFact<Page, Int>? = nil,
        fetch: @escaping @Sendable (Request) async throws(Failure) -> Page
    ) where Into.Token: FixedWidthInteger & Sendable {
        self.init(
            from: request, items: { $0[keyPath: items].pageItems }, fetch: fetch,
            token: { page, request, count in
                let next = Int(request[keyPath: number].pageToken ?? Into.Token(first)) + 1
                if count == 0 { return nil }
                if let all = total?.value(page), next - first >= all { return nil }
                return Into.Token(exactly: next)
            },
            update: {
                $0[keyPath: number] = Into(pageToken: $1)
            })
    }

    /// Creates pages that follow `Link` fields with the relation `next` (RFC 8288).
    public init<Items: PageItems<Item> & SendableMetatype>(
        items: KeyPath<Page, Items> & Sendable,
        fetch: @escaping @Sendable () async throws(Failure) -> ClientResponse<Page>
    ) {
        self.init(items: { $0[keyPath: items].pageItems }, fetch: fetch, link: { LinkField.next(in: $0.headers) })
    }

    /// Creates pages that follow URLs in the pages.
    ///
    /// - Parameter next: The path to the next page's URL in a page.
    public init<Next: PageToken & SendableMetatype, Items: PageItems<Item> & SendableMetatype>(
        next: KeyPath<Page, Next> & Sendable, items: KeyPath<Page, Items> & Sendable,
        fetch: @escaping @Sendable () async throws(Failure) -> ClientResponse<Page>
    ) {
        self.init(
            items: { $0[keyPath: items].pageItems }, fetch: fetch,
            link: { response in
                switch response.body[keyPath: next].pageToken {
                case let text as String: text
                case let url as URL: url.absoluteString
                default: nil
                }
            })
    }

    // MARK: Steps

    private init<Request: Sendable, Token: Hashable & Sendable>(
        from request: Request, items: @escaping @Sendable (Page) -> [Item],
        fetch: @escaping @Sendable (Request) async throws(Failure) -> Page,
        token: @escaping @Sendable (Page, Request, _ count: Int) -> Token?,
        update: @escaping @Sendable (inout Request, Token) -> Void
    ) {
        @Sendable func step(_ request: Request, after history: PageHistory<Token>) -> AnyStep {
            AnyStep { () async throws(Failure) -> (page: Page, next: AnyStep?) in
                let page = try await fetch(request)
                guard let next = token(page, request, items(page).count), next as? String != "" else {
                    return (page, nil)
                }
                var (history, request) = (history, request)
                if !history.append(next) { throw .transport(TransportFailure(RepeatedPageToken())) }
                update(&request, next)
                return (page, step(request, after: history))
            }
        }
        self.init(first: step(request, after: PageHistory()), items: items)
    }

    private init(
        items: @escaping @Sendable (Page) -> [Item],
        fetch: @escaping @Sendable () async throws(Failure) -> ClientResponse<Page>,
        link: @escaping @Sendable (ClientResponse<Page>) -> String?
    ) {
        @Sendable func step(_ url: String?, after history: PageHistory<String>) -> AnyStep {
            AnyStep { () async throws(Failure) -> (page: Page, next: AnyStep?) in
                let response: ClientResponse<Page>
                do {
                    response = try await PageLink.local.withValue(url) { try await fetch() }
                } catch {
                    throw error as? Failure ?? .transport(TransportFailure(error))
                }
                guard let next = link(response), !next.isEmpty else { return (response.body, nil) }
                var history = history
                if !history.append(next) { throw .transport(TransportFailure(RepeatedPageToken())) }
                return (response.body, step(next, after: history))
            }
        }
        self.init(first: step(nil, after: PageHistory()), items: items)
    }
}

/// Finds a repeated token. The memory does not grow with the number of pages.
///
/// Each token is compared with its predecessor and with one earlier token. The earlier token is replaced at powers of
/// two, so that every cycle is found (R. P. Brent, "An improved Monte Carlo factorization algorithm").
struct PageHistory<Token: Hashable & Sendable>: Sendable {
    private var previous: Token?
    private var marked: Token?
    private var distance = 0
    private var limit = 1

    /// Returns whether the token differs from the remembered ones.
    mutating func append(_ token: Token) -> Bool {
        if token == previous || token == marked { return false }
        previous = token
        distance += 1
        if distance == limit {
            marked = token
            distance = 0
            limit = min(limit * 2, 1 << 40)
        }
        return true
    }
}
