import ApusByteText

/// Encodes code points as letters, digits, and hyphens (RFC 3492).
enum Punycode {
    private static let base: UInt32 = 36
    private static let minimumThreshold: UInt32 = 1
    private static let maximumThreshold: UInt32 = 26

    /// Decodes code points from text, or returns `nil` if it is not valid Punycode.
    static func decode(_ text: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
        var output: [UInt32] = []
        var rest = text
        if let delimiter = text.lastIndex(of: UInt8(ascii: "-")) {
            output = text[..<delimiter].map { UInt32($0) }
            rest = text[(delimiter + 1)...]
        }
        var next: UInt32 = 128
        var index: UInt32 = 0
        var bias: UInt32 = 72
        while !rest.isEmpty {
            let start = index
            var weight: UInt32 = 1
            var position = base
            while true {
                guard let digit = rest.popFirst().flatMap(value) else { return nil }
                let product = digit.multipliedReportingOverflow(by: weight)
                let sum = index.addingReportingOverflow(product.partialValue)
                guard !product.overflow, !sum.overflow else { return nil }
                index = sum.partialValue
                let threshold = threshold(position, bias)
                if digit < threshold { break }
                let scaled = weight.multipliedReportingOverflow(by: base - threshold)
                guard !scaled.overflow else { return nil }
                weight = scaled.partialValue
                position += base
            }
            let count = UInt32(output.count) + 1
            bias = adapt(index - start, count, isFirst: start == 0)
            let sum = next.addingReportingOverflow(index / count)
            guard !sum.overflow else { return nil }
            next = sum.partialValue
            index %= count
            output.insert(next, at: Int(index))
            index += 1
        }
        let scalars = output.compactMap { Unicode.Scalar($0) }
        return scalars.count == output.count ? scalars : nil
    }

    /// Encodes code points, or returns `nil` if there are too many for a host name.
    static func encode(_ scalars: [Unicode.Scalar]) -> [UInt8]? {
        guard scalars.count < Bounds.labelScalars else { return nil }
        var output = scalars.filter(\.isASCII).map { UInt8($0.value) }
        let basicCount = UInt32(output.count)
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var next: UInt32 = 128
        var delta: UInt32 = 0
        var bias: UInt32 = 72
        var handled = basicCount
        while handled < scalars.count {
            guard let smallest = scalars.lazy.map(\.value).filter({ $0 >= next }).min() else { return nil }
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar.value < next { delta += 1 }
                guard scalar.value == next else { continue }
                var rest = delta
                var position = base
                while true {
                    let threshold = threshold(position, bias)
                    if rest < threshold { break }
                    output.append(digit(threshold + (rest - threshold) % (base - threshold)))
                    rest = (rest - threshold) / (base - threshold)
                    position += base
                }
                output.append(digit(rest))
                bias = adapt(delta, handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return output
    }

    private static func threshold(_ position: UInt32, _ bias: UInt32) -> UInt32 {
        position <= bias + minimumThreshold
            ? minimumThreshold : position >= bias + maximumThreshold ? maximumThreshold : position - bias
    }

    /// Adapts the bias (RFC 3492 §6.1).
    private static func adapt(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var position: UInt32 = 0
        while delta > (base - minimumThreshold) * maximumThreshold / 2 {
            delta /= base - minimumThreshold
            position += base
        }
        return position + (base - minimumThreshold + 1) * delta / (delta + 38)
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        if byte.isASCIIDigit { return UInt32(byte) - 0x30 + 26 }
        return byte.isASCIILetter ? UInt32(byte | 0x20) - 0x61 : nil
    }

    private static func digit(_ value: UInt32) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }
}
