internal import ApusDiagnostics

/// The tags of the core schema. libyaml expands `!!` to `prefix`.
private enum Tag {
    static let prefix = "tag:yaml.org,2002:"

    static func short(_ tag: String) -> String {
        tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
    }
}

extension TreeBuilder {
    /// Applies a tag to the kind of a scalar.
    mutating func apply(tag: String, to scalar: inout Scalar, _ bytes: UnsafeRawBufferPointer) {
        let spelled = CoreSchema.kind(of: bytes)
        let wanted: Node.Kind
        switch Tag.short(tag) {
        case "!", "!!str": return
        case "!!merge":
            // The tag of the merge key (https://yaml.org/type/merge.html).
            if expectsKey, bytes.elementsEqual("<<".utf8) {
                scalar.flags.insert(.isPlain)
            } else {
                reportMismatch(tag, place: place(of: scalar), is: expectsKey ? "key of another name" : "value")
            }
            return
        case "!!null": wanted = .null
        case "!!bool": wanted = .boolean
        case "!!int": wanted = .integer
        case "!!float": wanted = .number
        case "!!map", "!!seq":
            reportMismatch(tag, place: place(of: scalar), is: "scalar")
            return
        default:
            reportUnknown(tag, place: place(of: scalar))
            return
        }
        guard spelled == wanted || (wanted == .number && spelled == .integer) else {
            reportMismatch(tag, place: place(of: scalar), is: "\(spelled.noun)")
            return
        }
        scalar.kind = wanted
    }

    /// Reports a tag that does not fit a mapping or sequence.
    mutating func check(tag: String, of kind: Node.Kind, start: UInt32) {
        switch (Tag.short(tag), kind) {
        case ("!", _), ("!!map", .mapping), ("!!seq", .sequence): return
        case ("!!map", _), ("!!seq", _), ("!!str", _), ("!!null", _), ("!!bool", _), ("!!int", _), ("!!float", _):
            reportMismatch(tag, place: place(start, length: 1), is: kind.noun)
        default:
            reportUnknown(tag, place: place(start, length: 1))
        }
    }

    func place(of scalar: Scalar) -> Place {
        place(
            of: Record(
                kind: scalar.kind, flags: scalar.flags, start: scalar.start, end: scalar.end, parent: 0, first: 0,
                count: 0))
    }

    private mutating func reportMismatch(_ tag: String, place: Place, is noun: String) {
        diagnostics.error(
            .tagMismatch, "the tag `\(Tag.short(tag))` does not fit its value", at: place,
            label: "this is a \(noun)", help: "remove the tag or change the value")
    }

    private mutating func reportUnknown(_ tag: String, place: Place) {
        diagnostics.warning(
            .unknownTag, "the tag `\(Tag.short(tag))` is not known and has no effect", at: place,
            help: "remove the tag, or use one of the core schema: `!!str`, `!!int`, `!!float`, `!!bool`, "
                + "`!!null`, `!!map` or `!!seq`")
    }
}
