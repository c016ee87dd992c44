import ApusRuntime
import ApusServer

/// A server whose answers say what it has received.
struct LibraryHandlers: LibraryServer {
    struct Secret: Error {
        let password = "internal detail"
    }

    func authenticate(key credential: String) async throws -> String {
        switch credential {
        case "wrong": throw AuthenticationError.unauthorized
        case "weak": throw AuthenticationError.forbidden
        case "broken": throw Secret()
        default: return "owner of \(credential)"
        }
    }

    func authenticate(basic credential: ServerSecurityScheme.BasicCredentials) async throws -> String {
        guard credential.password == "secret" else { throw AuthenticationError.unauthorized }
        return credential.user
    }

    func authenticate(oauth credential: String, scopes: [String]) async throws -> [String] {
        guard credential == "token" else { throw AuthenticationError.unauthorized }
        return scopes
    }

    func listBooks(
        q: String?, limit: Int, sort: ListBooksSort, tags: [String]?, ids: [Int]?, codes: [String]?,
        pages: RangeModel?, place: Place?, `where`: RangeModel?, xTrace: [Int]?, theme: String, key: String?
    ) async throws -> ListBooksOutput {
        let values: [String] = [
            "q=\(q ?? "-")", "limit=\(limit)", "sort=\(sort.rawValue)", "tags=\(tags ?? [])", "ids=\(ids ?? [])",
            "codes=\(codes ?? [])", "pages=\(pages?.min ?? -1)...\(pages?.max ?? -1)",
            "place=\(place?.city ?? "-") \(place?.zips ?? [])", "where=\(`where`?.max ?? -1)",
            "trace=\(xTrace ?? [])", "theme=\(theme)", "key=\(key ?? "-")",
        ]
        return .ok([Book(id: 1, title: "List", tags: values)], xTotal: 7, xNext: key.map { _ in "next" })
    }

    func addBook(_ body: BookRequest, key: String?) async throws -> Book {
        switch body.title {
        case "known": throw AddBookFailure.conflict(Problem(message: "there is one"))
        case "busy": throw AddBookFailure.tooManyRequests(retryAfter: 3)
        case "down": throw AddBookFailure.serverError(Problem(message: "down"), status: 503)
        case "teapot": throw AddBookFailure.unexpected("short and stout", status: 418)
        case "lie": throw AddBookFailure.serverError(Problem(message: "no"), status: 404)
        case "other": throw GetBookFailure.notFound(Problem(message: "of another operation"))
        case "shared": throw DocumentedFailure(409, Problem(message: "from shared code"))
        case "strange": throw DocumentedFailure(409, "not a problem")
        case "crash": throw Secret()
        case "invalid": return Book(id: 1, title: "a title that is far too long for it")
        default: return Book(id: 5, title: body.title, pages: body.effectivePages, tags: body.tags)
        }
    }

    func listMyBooks(key: String) async throws -> [Book] { [Book(id: 1, title: key)] }

    func getBook(id: Int, accept: GetBookAccept, key: String?) async throws -> GetBookOutput {
        if id == 404 { throw GetBookFailure.notFound(Problem(message: "no book \(id)")) }
        if ServerRequest.current?.headers[.ifNoneMatch] == "same" { return .notModified }
        switch accept {
        case .json: return .ok(Book(id: id, title: "Book"))
        case .text: return .okText("id,title\n\(id),Book\n")
        }
    }

    func deleteBook(id: Int, key: String?, basic: String?, oauth: [String]?) async throws {
        if id == 404 {
            throw DeleteBookFailure.notFound(
                Problem(message: "\(key ?? "-"), \(basic ?? "-"), \(oauth ?? [])"))
        }
    }

    func archiveBook(id: Int, key: String?) async throws {}

    func putCover(
        id: Int, _ body: MultipartParts<PutCoverBodyPart>, key: String?
    ) async throws -> [String: String] {
        var seen: [String: String] = [:]
        for try await part in body {
            switch part {
            case .title(let title): seen["title"] = title
            case .image(let file):
                let bytes = try await file.body.collect(upTo: 1 << 20)
                seen["image"] = "\(file.filename ?? "-") \(bytes.count) \(file.contentType ?? "-")"
            case .tags(let tag): seen["tags", default: ""] += tag + ";"
            case .size(let range): seen["size"] = "\(range.max ?? -1)"
            case .undocumented(let part): seen["other"] = part.name
            }
        }
        return seen
    }

    func getFile(
        name: String, kind: GetFileKind, accept: GetFileAccept, key: String?
    ) async throws -> GetFileOutput {
        switch kind {
        case .png: return .ok(HTTPBody([1, 2, 3], contentType: name == "text" ? "text/plain" : "image/png"))
        case .pdf: return .okApplicationPDF(HTTPBody([4, 5]))
        }
    }

    func getFileInfo(name: String, key: String?) async throws -> String { "about \(name)" }

    func putBytes(_ body: HTTPBody, key: String?) async throws -> HTTPBody { body }

    func logIn(_ body: LogIn, key: String?) async throws -> String {
        "\(body.user) \(body.effectiveRemember) \(body.roles ?? []) \(body.range?.min ?? -1)"
    }

    func addNote(_ body: AddNoteInput?, key: String?) async throws -> String {
        switch body {
        case .json(let note)?: "json \(note.text) \(note.level ?? -1)"
        case .form(let note)?: "form \(note.text) \(note.level ?? -1)"
        case .text(let text)?: "text \(text)"
        case nil: "nothing"
        }
    }

    func putCode(_ body: PutCodeInput, key: String?) async throws -> String {
        switch body {
        case .textPlain(let code) where code == "taken": throw PutCodeFailure.conflict("dark")
        case .textPlain(let code) where code == "odd": throw PutCodeFailure.conflict("gray")
        case .textPlain(let code): return "text \(code)"
        case .textCSV(let code): return "csv \(code)"
        }
    }

    func putQuantity(_ body: String, key: String?) async throws -> String { body }

    func importBooks(_ body: JSONSequence<RangeModel>, key: String?) async throws -> Int {
        var sum = 0
        for try await range in body { sum += range.min ?? 0 }
        return sum
    }

    func exportBooks(count: Int, key: String?) async throws -> JSONElements<RangeModel> {
        if count == 0 { return [RangeModel(min: 0, max: 2000)] }
        return JSONElements(streaming: ranges(count))
    }

    func watch(count: Int, key: String?) async throws -> OutgoingEvents<RangeModel> {
        OutgoingEvents(streaming: ranges(count))
    }

    private func ranges(_ count: Int) -> AsyncStream<RangeModel> {
        AsyncStream { continuation in
            for number in 0..<count { continuation.yield(RangeModel(min: number)) }
            continuation.finish()
        }
    }

    func getPoint(label: [Int], matrix: RangeModel, simple: RangeModel, key: String?) async throws -> String {
        "\(label) \(matrix.min ?? -1) \(matrix.max ?? -1) \(simple.min ?? -1)"
    }

    func listTasks(key: String?) async throws -> String { "list" }

    func countTasks(key: String?) async throws -> String { "count" }

    func moved(key: String?) async throws -> MovedOutput { .found(location: "https://elsewhere.example.com/") }

    func search(all: Note?, key: String?) async throws -> String { "\(all?.text ?? "-") \(all?.level ?? -1)" }
}
