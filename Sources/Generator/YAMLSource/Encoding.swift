internal import ApusDiagnostics

/// Returns the offset of the text behind a byte order mark, or reports why the bytes cannot be text.
///
/// UTF-16 and UTF-32 are recognized by their byte order marks, or by the zero bytes of an ASCII first character (YAML
/// 1.2.2, section 5.2). Both are refused, because tools that read OpenAPI expect UTF-8.
func checkEncoding(of file: SourceFile, limits: Limits, into diagnostics: inout Diagnostics) -> Int? {
    let start = Place(file: file.path, line: 1, column: 1, offset: 0, length: 0)
    let maximum = min(limits.maximumBytes, Int(Int32.max))
    guard file.bytes.count <= maximum else {
        diagnostics.error(
            .fileTooLarge, "the file has \(file.bytes.count) bytes, more than the limit of \(maximum)", at: start,
            help: "split the document into several files that `$ref` each other")
        return nil
    }
    let head = Array(file.bytes.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    let encoding: String? =
        if head.starts(with: [0, 0, 0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE, 0, 0]) {
            "UTF-32"
        } else if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) {
            "UTF-16"
        } else if head.count >= 2, (head[0] == 0) != (head[1] == 0) {
            "UTF-16"
        } else if head.count == 4, head[0] == 0, head[1] == 0, head[2] == 0, head[3] != 0 {
            "UTF-32"
        } else {
            nil
        }
    guard let encoding else { return 0 }
    diagnostics.error(
        .unsupportedEncoding, "the file is encoded as \(encoding)", at: start, help: "save the file as UTF-8")
    return nil
}
