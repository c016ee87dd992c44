import ApusRuntime
import Foundation

/// The body of a request as `URLSession` can send it.
enum UploadBody {
    case bytes(Data)
    case file(TemporaryFile)

    /// How many bytes of a stream are held in memory.
    private static let memoryLimit = 1 << 20

    /// Reads a body. A long stream goes into a file, chunk by chunk.
    ///
    /// - Throws: `HTTPBodyError.tooLarge` if it has more than `maximum` bytes, at once if its length is known.
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
