/// The content of a decoded string as valid UTF-8, usable until the next string is read.
@safe  // The bytes belong to the text or the reader, and both outlive this value.
struct StringContent {
    var bytes: UnsafeBufferPointer<UInt8>
    var isASCII: Bool

    var string: String {
        @inline(__always) get {
            #if compiler(>=6.2)
            // The bytes are already checked, so the standard library does not check them again.
            if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
                return unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
            }
            #endif
            return unsafe String(decoding: bytes, as: UTF8.self)
        }
    }
}
