extension Node {
    /// The JSON Pointer (RFC 6901) of the node at its anchor. A key has its member's pointer.
    public var pointer: String {
        var tokens: [String] = []
        var index = Int(index)
        while index != 0 {
            let record = tree.records[index]
            let parent = tree.records[Int(record.parent)]
            if record.flags.contains(.isKey) {
                tokens.append(escape(tree.text(of: record)))
            } else if parent.kind == .sequence {
                let position = tree.items[parent.range].firstIndex(of: UInt32(index))
                tokens.append(String((position ?? Int(parent.first)) - Int(parent.first)))
            } else {
                // The record of a value follows that of its key.
                let key = tree.records[index - 1]
                let isKey = key.flags.contains(.isKey) && key.parent == record.parent
                tokens.append(isKey ? escape(tree.text(of: key)) : "")
            }
            index = Int(record.parent)
        }
        return tokens.reversed().map { "/" + $0 }.joined()
    }

    /// Returns the node at a JSON Pointer (RFC 6901) relative to this one, or `nil` if there is none or the pointer is
    /// malformed.
    ///
    /// The caller must decode the percent encoding of a URI fragment beforehand.
    public func resolve(pointer: String) -> Node? {
        guard !pointer.isEmpty else { return self }
        guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
        var node = self
        for token in pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let token = unescape(token), let child = node.child(token) else { return nil }
            node = child
        }
        return node
    }

    private func child(_ token: String) -> Node? {
        switch kind {
        case .mapping:
            return self[token]
        case .sequence:
            // RFC 6901, section 4: digits without a leading zero.
            let digits = token.utf8
            guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits.count == 1 || digits.first != 0x30,
                let position = Int(token), position < elements.count
            else { return nil }
            return elements[position]
        default:
            return nil
        }
    }
}

private func escape(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    var escaped = ""
    for scalar in token.unicodeScalars {
        switch scalar {
        case "~": escaped += "~0"
        case "/": escaped += "~1"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}

private func unescape(_ token: Substring.UTF8View) -> String? {
    guard token.contains(UInt8(ascii: "~")) else { return String(Substring(token)) }
    var bytes: [UInt8] = []
    var rest = token[...]
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "~") else {
            bytes.append(byte)
            continue
        }
        switch rest.popFirst() {
        case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
        case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
        default: return nil
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
