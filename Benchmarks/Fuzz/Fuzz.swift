import ApusRuntime
import Galileo
import Galtea
import HoneyHive

// The fuzzer's function: it gives any bytes, and looks for crashes and for what runs too long.

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // The first byte chooses the type, and whether a second member of a name is taken.
    guard count > 0, let start else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    var options = JSONDecodingOptions()
    if start[0] & 0x80 != 0 { options.duplicateMembers = .lastWins }
    switch start[0] & 7 {
    case 0: check(QuerySessionsResponse.self, bytes, options)
    case 1: check(QuerySessionsRequest.self, bytes, options)
    case 2: check(Galileo.CreateSessionRequest.self, bytes, options)
    case 3: check(HTTPValidationError.self, bytes, options)
    case 4: check(Galtea.CreateSessionRequest.self, bytes, options)
    case 5: check(CreateEventBatchRequest.self, bytes, options)
    case 6: check(LogRecord.self, bytes, options)
    default: check(JSONValue.self, bytes, options)
    }
    return 0
}

/// What decodes must be what it was after it has been encoded and decoded.
private func check<Value: JSONCodable>(_ type: Value.Type, _ bytes: [UInt8], _ options: JSONDecodingOptions) {
    do throws(JSONError) {
        let value = try JSON.decode(type, from: bytes, options: options)
        let encoded = try JSON.encode(value)
        let again = try JSON.decode(type, from: encoded)
        guard again == value, try JSON.encode(again) == encoded else { fatalError("\(type) is not kept") }
    } catch {
        // A value that was decoded can be encoded and decoded, so the error is that of the text.
        guard error.offset ?? -1 >= 0, error.offset! <= bytes.count, !"\(error)".isEmpty else {
            fatalError("\(error)")
        }
    }
}
