public import ApusDiagnostics

extension Node {
    /// Where the node is: all of a scalar, and the first line of a mapping or sequence.
    public var place: Place {
        let source = source
        return source.positions.place(of: record, in: source.file)
    }

    /// The file, as the user named it.
    public var filePath: String { source.file.path }

    /// The offset of the node's first byte in its file.
    public var offset: Int { source.positions.offset(of: Int(record.start)) }

    /// The bytes of the file from the node's first to behind its last, children included.
    public var extent: Range<Int> {
        let positions = source.positions
        let start = positions.offset(of: Int(record.start))
        return start..<max(start, positions.offset(of: Int(record.end)))
    }

    /// How long the node's text is, children included, in the unit that its file was read in: characters or bytes.
    public var length: Int { max(0, Int(record.end) - Int(record.start)) }
}

extension SourcePositions {
    /// The place of a node. Anchor and tag are left out, and so are the line breaks behind a block scalar.
    func place(of record: Record, in file: SourceFile) -> Place {
        var start = offset(of: Int(record.start))
        if record.flags.contains(.hasProperties) { start = skipProperties(from: start, in: file.bytes) }
        guard record.kind.isScalar else { return place(of: start..<endOfLine(from: start)) }
        var end = max(start, offset(of: Int(record.end)))
        if record.flags.contains(.isBlock) {
            while end > start, isSpace(file.bytes[end - 1]) { end -= 1 }
        }
        return place(of: start..<end)
    }

    private func skipProperties(from start: Int, in bytes: [UInt8]) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset] == UInt8(ascii: "&") || bytes[offset] == UInt8(ascii: "!") {
            while offset < bytes.count, !isSpace(bytes[offset]) { offset += 1 }
            while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
        }
        return offset
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
