public import ApusDiagnostics

extension Node {
    /// The place of the node: all of a scalar, or the first line of a mapping or sequence.
    public var place: Place {
        let source = source
        return source.positions.place(of: record, in: source.file)
    }

    /// The path of the node's file, as the user wrote it.
    public var filePath: String { source.file.path }

    /// The byte offset of the node's start in its file.
    public var offset: Int { source.positions.offset(of: Int(record.start)) }

    /// The byte range of the node in its file, including children.
    public var extent: Range<Int> {
        let positions = source.positions
        let start = positions.offset(of: Int(record.start))
        return start..<max(start, positions.offset(of: Int(record.end)))
    }

    /// The length of the node including children, in its reader's unit: code points for YAML, bytes for JSON.
    public var length: Int { max(0, Int(record.end) - Int(record.start)) }
}

extension SourcePositions {
    /// Returns the place of a node without its anchor, its tag, and the line breaks behind a block scalar.
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
