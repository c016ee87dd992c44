/// The content of a string that has been read: valid UTF-8, escapes resolved. Good until the next string is read.
@safe  // The bytes are the text's or the reader's own buffer, both of which outlive it.
struct StringContent {
    var bytes: UnsafeBufferPointer<UInt8>
    var isASCII: Bool

    var string: String {
        @inline(__always) get {
            #if compiler(>=6.2)
                // The bytes have been checked: the standard library need not do it again.
                if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
                    return unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
                }
            #endif
            return unsafe String(decoding: bytes, as: UTF8.self)
        }
    }
}
