import ApusRuntime
import Testing

private struct Page: Sendable {
    var items: [Int]?
    var next: String?
}

private struct Query: Sendable {
    var plain = ""
    var presence = Presence<String>.absent
}

struct PagesTests {
    private static func page(after token: String?) throws(SomeError) -> Page {
        switch token {
        case nil: Page(items: [1, 2], next: "b")
        case "b": Page(items: nil, next: "c")
        case "c": Page(items: [3], next: nil)
        case "loop": Page(items: [], next: "loop")
        default: throw .gone(ErrorResponse(status: 410, body: NoBody()))
        }
    }

    private func pages(from token: String?) -> Pages<Page, Int, SomeError> {
        Pages(from: token, next: \.next, into: \.self, items: \.items) {
            token async throws(SomeError) in try Self.page(after: token)
        }
    }

    @Test func threePages() async throws {
        var items: [Int] = []
        for try await item in pages(from: nil).items { items.append(item) }
        #expect(items == [1, 2, 3])
        var count = 0
        for try await _ in pages(from: nil) { count += 1 }
        #expect(count == 3)
    }

    @Test func repeatedTokenEndsInAnError() async throws {
        await #expect {
            for try await _ in pages(from: "loop") {}
        } throws: { error in
            guard case .transport(RepeatedPageToken())? = error as? SomeError else { return false }
            return true
        }
    }

    @Test func nothingFollowsAFailure() async throws {
        var iterator = pages(from: "?").makeAsyncIterator()
        do throws(SomeError) {
            _ = try await iterator.next()
            Issue.record("no error")
        } catch {
            guard case .gone = error else { throw error }
        }
        #expect(try await iterator.next() == nil)
    }

    @Test func tokensOfAllForms() async throws {
        let plain = Pages<Page, Int, SomeError>(
            from: Query(), next: \.next, into: \.plain, items: \.items
        ) { query async throws(SomeError) in try Self.page(after: query.plain.isEmpty ? nil : query.plain) }
        let presence = Pages<Page, Int, SomeError>(
            from: Query(), next: \.next, into: \.presence, items: \.items
        ) { query async throws(SomeError) in try Self.page(after: query.presence.value) }
        for pages in [plain, presence] {
            var items: [Int] = []
            for try await item in pages.items { items.append(item) }
            #expect(items == [1, 2, 3])
        }
    }
}
