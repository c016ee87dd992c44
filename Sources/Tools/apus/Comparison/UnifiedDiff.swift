/// The difference between two texts in the format of `diff -u` and `git apply`.
struct UnifiedDiff {
    /// A line with its line feed. It is compared as bytes, because equal strings may have different bytes.
    private typealias Line = ArraySlice<UInt8>

    private enum Step {
        case same(Line)
        case removed(Line)
        case added(Line)
    }

    /// The file name on the `---` line, or `nil` for a new file.
    var oldName: String?
    /// The file name on the `+++` line, or `nil` for a removed file.
    var newName: String?
    var old: String
    var new: String

    private static let context = 3
    /// The maximum number of changed lines for a minimal difference. A larger block is replaced as a whole.
    private static let largestMinimalBlock = 4_000

    /// The difference. Empty if the texts are equal.
    var text: String {
        let script = Self.script(Self.lines(of: old), Self.lines(of: new))
        let hunks = Self.hunks(in: script)
        if hunks.isEmpty { return "" }
        var text = "--- \(oldName.map { "a/" + $0 } ?? "/dev/null")\n+++ \(newName.map { "b/" + $0 } ?? "/dev/null")\n"
        var oldLine = 1
        var newLine = 1
        var next = 0
        for hunk in hunks {
            for line in script[next..<hunk.lowerBound] { Self.advance(line, &oldLine, &newLine) }
            let start = (oldLine, newLine)
            var body = ""
            for line in script[hunk] {
                Self.advance(line, &oldLine, &newLine)
                body += Self.rendered(line)
            }
            text += "@@ -\(Self.range(start.0, oldLine)) +\(Self.range(start.1, newLine)) @@\n" + body
            next = hunk.upperBound
        }
        return text
    }

    private static func lines(of text: String) -> [Line] {
        let bytes = Array(text.utf8)
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    private static func script(_ old: [Line], _ new: [Line]) -> [Step] {
        let prefix = zip(old, new).prefix { $0 == $1 }.count
        let limit = min(old.count, new.count) - prefix
        let suffix = zip(old.reversed(), new.reversed()).prefix(limit).prefix { $0 == $1 }.count
        let middle = changes(Array(old[prefix..<old.count - suffix]), Array(new[prefix..<new.count - suffix]))
        return old[..<prefix].map { .same($0) } + middle + old[(old.count - suffix)...].map { .same($0) }
    }

    private static func changes(_ old: [Line], _ new: [Line]) -> [Step] {
        if old.count + new.count > largestMinimalBlock {
            return old.map { .removed($0) } + new.map { .added($0) }
        }
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var script: [Step] = []
        var i = 0
        var j = 0
        while i < old.count || j < new.count {
            if removed.contains(i) {
                script.append(.removed(old[i]))
                i += 1
            } else if added.contains(j) {
                script.append(.added(new[j]))
                j += 1
            } else {
                script.append(.same(old[i]))
                i += 1
                j += 1
            }
        }
        return script
    }

    /// Returns the ranges of the script to show: each change with its context, joined if they touch.
    private static func hunks(in script: [Step]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, line) in script.enumerated() {
            if case .same = line { continue }
            let range = max(0, index - context)..<min(script.count, index + context + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private static func advance(_ line: Step, _ oldLine: inout Int, _ newLine: inout Int) {
        switch line {
        case .same:
            oldLine += 1
            newLine += 1
        case .removed: oldLine += 1
        case .added: newLine += 1
        }
    }

    /// Returns a range as written in a hunk's header. An empty range has the number of the line before it.
    private static func range(_ start: Int, _ end: Int) -> String {
        start == end ? "\(start - 1),0" : end == start + 1 ? "\(start)" : "\(start),\(end - start)"
    }

    private static func rendered(_ line: Step) -> String {
        let (mark, text) =
            switch line {
            case .same(let text): (" ", text)
            case .removed(let text): ("-", text)
            case .added(let text): ("+", text)
            }
        return mark + String(decoding: text, as: UTF8.self)
            + (text.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n")
    }
}
