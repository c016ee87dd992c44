internal import ApusCLibYAML
internal import ApusDiagnostics

/// Reads YAML by libyaml's events. Returns `false` if there is no tree.
func readYAML(from start: Int, into builder: inout TreeBuilder) -> Bool {
    let file = builder.file
    return file.bytes.withUnsafeBufferPointer { bytes in
        let reader = YAMLReader()
        guard reader.isReady else {
            fatalError("out of memory")
        }
        return reader.read(UnsafeBufferPointer(rebasing: bytes[start...]), startingAt: start, into: &builder)
    }
}

/// libyaml's parser and its current event, at a fixed address because libyaml keeps pointers into them.
private struct YAMLReader: ~Copyable {
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    let isReady: Bool

    init() {
        isReady = yaml_parser_initialize(parser) == 1
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        event.deallocate()
    }

    func read(_ bytes: UnsafeBufferPointer<UInt8>, startingAt start: Int, into builder: inout TreeBuilder) -> Bool {
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        var documents = 0
        while true {
            guard yaml_parser_parse(parser, event) == 1 else {
                reportProblem(startingAt: start, to: &builder)
                return false
            }
            defer { yaml_event_delete(event) }
            // Raw values, because comparing the imported enumeration calls generic code in a debug build.
            let type = event.pointee.type.rawValue
            var canContinue = true
            if type == YAML_SCALAR_EVENT.rawValue {
                canContinue = addScalar(to: &builder)
            } else if type == YAML_MAPPING_START_EVENT.rawValue {
                canContinue = begin(
                    .mapping, anchor: event.pointee.data.mapping_start.anchor,
                    tag: event.pointee.data.mapping_start.tag, in: &builder)
            } else if type == YAML_SEQUENCE_START_EVENT.rawValue {
                canContinue = begin(
                    .sequence, anchor: event.pointee.data.sequence_start.anchor,
                    tag: event.pointee.data.sequence_start.tag, in: &builder)
            } else if type == YAML_MAPPING_END_EVENT.rawValue || type == YAML_SEQUENCE_END_EVENT.rawValue {
                builder.end(at: position(event.pointee.end_mark))
            } else if type == YAML_ALIAS_EVENT.rawValue {
                canContinue = builder.addAlias(
                    String(decodingCString: event.pointee.data.alias.anchor, as: UTF8.self),
                    start: position(event.pointee.start_mark), end: position(event.pointee.end_mark))
            } else if type == YAML_DOCUMENT_START_EVENT.rawValue {
                documents += 1
                if documents > 1 {
                    reportSecondDocument(to: &builder)
                    return true
                }
            } else if type == YAML_STREAM_END_EVENT.rawValue {
                if documents == 0 {
                    builder.diagnostics.error(
                        .emptyFile, "the file has no content", at: builder.place(0, length: 0))
                }
                return documents > 0
            }
            guard canContinue else { return false }
        }
    }

    private func addScalar(to builder: inout TreeBuilder) -> Bool {
        let bytes = UnsafeRawBufferPointer(
            start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
        var scalar = TreeBuilder.Scalar(
            kind: .string, start: position(event.pointee.start_mark), end: position(event.pointee.end_mark))
        let style = event.pointee.data.scalar.style.rawValue
        if event.pointee.data.scalar.tag == nil, style == YAML_PLAIN_SCALAR_STYLE.rawValue {
            scalar.kind = CoreSchema.kind(of: bytes)
            scalar.flags = .isPlain
        } else if style == YAML_LITERAL_SCALAR_STYLE.rawValue || style == YAML_FOLDED_SCALAR_STYLE.rawValue {
            scalar.flags = .isBlock
        }
        var anchor: String?
        if event.pointee.data.scalar.anchor != nil || event.pointee.data.scalar.tag != nil {
            scalar.flags.insert(.hasProperties)
            anchor = text(event.pointee.data.scalar.anchor)
            if let tag = text(event.pointee.data.scalar.tag) {
                builder.apply(tag: tag, to: &scalar, bytes)
            }
        }
        return builder.add(scalar, bytes, anchor: anchor)
    }

    private func begin(
        _ kind: Node.Kind, anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?,
        in builder: inout TreeBuilder
    ) -> Bool {
        let start = position(event.pointee.start_mark)
        if let tag = text(tag) { builder.check(tag: tag, of: kind, start: start) }
        return builder.begin(
            kind, flags: anchor == nil && tag == nil ? [] : .hasProperties, start: start, anchor: text(anchor))
    }

    private func reportSecondDocument(to builder: inout TreeBuilder) {
        builder.diagnostics.error(
            .severalDocuments, "the file holds more than one YAML document",
            at: builder.place(position(event.pointee.start_mark), length: 3), label: "the second one starts here",
            help: "put each document into a file of its own")
    }

    private func reportProblem(startingAt start: Int, to builder: inout TreeBuilder) {
        let parser = parser.pointee
        if parser.error == YAML_MEMORY_ERROR { fatalError("out of memory") }
        let problem = parser.problem.map { String(cString: $0) } ?? "not valid YAML"
        if parser.error == YAML_READER_ERROR {
            builder.reportEncodingProblem(problem, value: parser.problem_value, offset: start + parser.problem_offset)
        } else {
            builder.reportSyntaxProblem(
                problem, at: position(parser.problem_mark), context: parser.context.map { String(cString: $0) },
                contextAt: position(parser.context_mark))
        }
    }

    private func position(_ mark: yaml_mark_t) -> UInt32 { UInt32(truncatingIfNeeded: mark.index) }

    private func text(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
        bytes.map { String(decodingCString: $0, as: UTF8.self) }
    }
}
