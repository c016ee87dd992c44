import ApusByteText

/// Returns whether a text is a host name (RFC 1123 §2.1), possibly with labels in Punycode (RFC 5890 §2.3.2.1).
func isHostname(_ utf8: some Collection<UInt8>) -> Bool {
    guard 1...253 ~= utf8.count, utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let labels = Array(utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return HostName(labels: labels.map { Array($0) }).isValid
}

/// Returns whether a text is a host name with labels in any script (RFC 5891).
func isInternationalHostname(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let scalars = unsafe String(decoding: utf8, as: UTF8.self).unicodeScalars
    // These characters separate labels too (RFC 3490 §3.1).
    let labels = scalars.split(omittingEmptySubsequences: false) { ".。．｡".unicodeScalars.contains($0) }
    return HostName(labels: labels.map { Array(String($0).utf8) }).isValid
}

private struct HostName {
    /// The length in ASCII with Punycode, including a dot after each label.
    private var length = 0
    /// The decoded labels, or `nil` if one of them is not valid.
    private var labels: [[Unicode.Scalar]]? = []

    init(labels: [[UInt8]]) {
        for label in labels {
            guard let scalars = Self.shown(label, &length) else {
                self.labels = nil
                return
            }
            self.labels?.append(scalars)
        }
    }

    var isValid: Bool {
        guard let labels, length - 1 <= 253 else { return false }
        // One right-to-left label makes the rule apply to all labels (RFC 5893 §2).
        let isBidirectional = labels.contains { $0.contains { BidiClass(of: $0).isRightToLeft } }
        return !isBidirectional || labels.allSatisfy(keepsBidiRule)
    }

    /// Returns a label's code points, or `nil` if it is not valid.
    private static func shown(_ label: [UInt8], _ length: inout Int) -> [Unicode.Scalar]? {
        guard !label.isEmpty, label.count <= Bounds.labelBytes else { return nil }
        guard label.allSatisfy({ $0 < 0x80 }) else {
            let scalars = Array(String(decoding: label, as: UTF8.self).unicodeScalars)
            guard let encoded = Punycode.encode(scalars), encoded.count + 4 <= 63, isInternationalLabel(scalars) else {
                return nil
            }
            length += encoded.count + 5
            return scalars
        }
        length += label.count + 1
        let hyphen = UInt8(ascii: "-")
        guard label.count <= 63, label.first != hyphen, label.last != hyphen || label.starts(with: "xn--".utf8),
            label.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == hyphen })
        else { return nil }
        // All other labels with `--` at this position are reserved (RFC 5891 §4.2.3.1).
        guard label.count >= 4, label[2] == hyphen, label[3] == hyphen else { return label.map { Unicode.Scalar($0) } }
        guard label[0] | 0x20 == UInt8(ascii: "x"), label[1] | 0x20 == UInt8(ascii: "n") else { return nil }
        let encoded = label[4...].map { $0.isASCIILetter ? $0 | 0x20 : $0 }
        guard let scalars = Punycode.decode(encoded[...]), scalars.contains(where: { !$0.isASCII }),
            Punycode.encode(scalars) == encoded, isInternationalLabel(scalars)
        else { return nil }
        return scalars
    }
}

/// Returns whether the code points form a valid label (RFC 5891 §4.2.3).
private func isInternationalLabel(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, first != "-", label.last != "-" else { return false }
    if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: return label.indices.allSatisfy { isAllowed(at: $0, in: label) }
    }
}
