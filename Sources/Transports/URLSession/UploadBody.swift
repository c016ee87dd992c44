import ApusRuntime
import Foundation

/// The body of a request in a form that `URLSession` can send.
enum UploadBody {
    case bytes(Data)
    case file(TemporaryFile)

    /// The maximum number of bytes of a stream that are held in memory.
    private static let memoryLimit = 1 << 20

    /// Reads a body. A stream beyond the memory limit is written to a file, chunk by chunk.
    ///
    /// - Throws: `HTTPBodyError.tooLarge` if the body has more than `maximum` bytes, at once if its length is known.
    init(_ body: HTTPBody, upTo maximum: Int) async throws {
        if let bytes = body.bytesInMemory {
            self = .bytes(Data(bytes))
            return
        }
        if case .known(let length) = body.length, length > maximum { throw HTTPBodyError.tooLarge(maximum: maximum) }
        var start: [UInt8] = []
        var file: TemporaryFile?
        var count = 0
        for try await chunk in body {
            try Task.checkCancellation()
            if chunk.count > maximum - count { throw HTTPBodyError.tooLarge(maximum: maximum) }
            count += chunk.count
            if let file {
                try file.append(chunk)
            } else {
                start += chunk
                if start.count > Self.memoryLimit {
                    let new = try TemporaryFile()
                    try new.append(start)
                    file = new
                    start = []
                }
            }
        }
        self = file.map { .file($0) } ?? .bytes(Data(start))
    }
}
