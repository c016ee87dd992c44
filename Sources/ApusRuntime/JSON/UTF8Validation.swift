/// The offset of the first byte that does not belong to well-formed UTF-8 (Unicode, table 3-7), or nil.
func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var index = 0

    func isContinuation(_ offset: Int, from lowest: UInt8 = 0x80, through highest: UInt8 = 0xBF) -> Bool {
        index &+ offset < count && base[index &+ offset] >= lowest && base[index &+ offset] <= highest
    }

    while index < count {
        if index &+ 8 <= count {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
            let high = word & 0x8080_8080_8080_8080
            if high == 0 {
                index &+= 8
                continue
            }
            index &+= high.trailingZeroBitCount &>> 3
        }
        let length: Int
        switch base[index] {
        case 0x00...0x7F: length = 1
        case 0xC2...0xDF where isContinuation(1): length = 2
        case 0xE0 where isContinuation(1, from: 0xA0) && isContinuation(2): length = 3
        case 0xED where isContinuation(1, through: 0x9F) && isContinuation(2): length = 3
        case 0xE1...0xEF where base[index] != 0xED && isContinuation(1) && isContinuation(2): length = 3
        case 0xF0 where isContinuation(1, from: 0x90) && isContinuation(2) && isContinuation(3): length = 4
        case 0xF1...0xF3 where isContinuation(1) && isContinuation(2) && isContinuation(3): length = 4
        case 0xF4 where isContinuation(1, through: 0x8F) && isContinuation(2) && isContinuation(3): length = 4
        default: return index
        }
        index &+= length
    }
    return nil
}
