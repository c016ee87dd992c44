import ApusRuntime

/// A part with its complete content as text.
struct ReceivedText: Equatable {
    var name: String?
    var filename: String?
    var contentType: String?
    var text: String
}

func received(_ body: HTTPBody, _ contentType: String) async throws -> [ReceivedText] {
    var result: [ReceivedText] = []
    for try await part in MultipartSequence(body, contentType: contentType) {
        let text = String(decoding: try await part.body.collect(upTo: 1 << 20), as: UTF8.self)
        result.append(
            ReceivedText(name: part.name, filename: part.filename, contentType: part.contentType, text: text))
    }
    return result
}

func stream(_ chunks: [[UInt8]]) -> HTTPBody {
    HTTPBody(
        streaming: AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        })
}

/// Returns a body with the bytes in chunks of a size.
func stream(_ bytes: [UInt8], in size: Int) -> HTTPBody {
    stream(stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) })
}

/// Returns the `MultipartError` that a call throws.
func multipartError(_ body: () async throws -> Void) async -> MultipartError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? MultipartError
    }
}
