/// The pages of a paginated operation, requested one by one during iteration.
///
/// ```swift
/// for try await page in client.querySessionsPages(projectID: projectID, query) { print(page.records.count) }
/// for try await record in client.querySessionsPages(projectID: projectID, query).items { print(record) }
/// ```
///
/// The sequence ends after a page without a next page. If a server repeats a token, which would make the sequence
/// endless, iteration throws ``RepeatedPageToken`` as the cause of the `transport` error.
public struct Pages<Page: Sendable, Item: Sendable, Failure: OperationError>: AsyncSequence, Sendable {
    public typealias Element = Page

    typealias Step = @Sendable () async throws(Failure) -> (page: Page, next: AnyStep?)

    /// A box for a step, because a step's type would otherwise contain itself.
    struct AnyStep: Sendable {
        let run: Step
    }

    private let first: AnyStep
    private let itemsOfPage: @Sendable (Page) -> [Item]
    private var isPrefetching = false

    init(first: AnyStep, items: @escaping @Sendable (Page) -> [Item]) {
        self.first = first
        itemsOfPage = items
    }

    /// Returns the same pages, each requested while its predecessor is used.
    ///
    /// At most one page is requested ahead. It is canceled if the iteration ends before.
    public func prefetching() -> Pages {
        var pages = self
        pages.isPrefetching = true
        return pages
    }

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var step: AnyStep?
        fileprivate let isPrefetching: Bool
        private var ahead: PageAhead<Page, Item, Failure>?

        fileprivate init(step: AnyStep, isPrefetching: Bool) {
            self.step = step
            self.isPrefetching = isPrefetching
        }

        public mutating func next() async throws(Failure) -> Page? {
            // After a failure, the sequence ends.
            let (current, requested) = (step, ahead)
            (step, ahead) = (nil, nil)
            let result: (page: Page, next: AnyStep?)
            if let requested {
                result = try await requested.result()
            } else if let current {
                result = try await current.run()
            } else {
                return nil
            }
            if isPrefetching { ahead = result.next.map { PageAhead($0) } } else { step = result.next }
            return result.page
        }
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(step: first, isPrefetching: isPrefetching)
    }

    /// The items of all pages.
    public var items: PagedItems<Page, Item, Failure> {
        PagedItems(pages: self, itemsOfPage: itemsOfPage)
    }
}

/// A page that is requested ahead of its use.
private final class PageAhead<Page: Sendable, Item: Sendable, Failure: OperationError>: Sendable {
    typealias AnyStep = Pages<Page, Item, Failure>.AnyStep

    private let task: Task<Result<(page: Page, next: AnyStep?), Failure>, Never>

    init(_ step: AnyStep) {
        task = Task {
            do throws(Failure) { return .success(try await step.run()) } catch { return .failure(error) }
        }
    }

    deinit { task.cancel() }

    func result() async throws(Failure) -> (page: Page, next: AnyStep?) {
        let task = task
        return try await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }.get()
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

/// The error for a page that leads to an earlier page.
public struct RepeatedPageToken: Error, Hashable, Sendable, CustomStringConvertible {
    public init() {}

    public var description: String { "the server returned the token of an earlier page again" }
}
