/// Two ways to do the same, measured in turn.
public struct Comparison {
    public let name: String
    public let ours: Double
    public let peer: Double
    /// How many times as long the peer takes: the median of the rounds' ratios.
    public let ratio: Double

    public init(_ name: String, rounds: Int = 15, ours: @escaping () throws -> Void, peer: @escaping () throws -> Void)
        throws
    {
        let seconds = try interleaved(rounds: rounds, [ours, peer])
        self.name = name
        self.ours = median(seconds[0])
        self.peer = median(seconds[1])
        ratio = median(zip(seconds[0], seconds[1]).map { $1 / $0 })
    }

    /// A row of a Markdown table.
    public func row(bytes: Int? = nil) -> String {
        let speed = bytes.map { "\(format(Double($0) / ours / 1e6, 0)) MB/s" } ?? ""
        return
            "| \(name) | \(format(ours * 1e3, 3)) ms | \(speed) | \(format(peer * 1e3, 3)) ms | \(format(ratio, 2))× |"
    }
}

public func format(_ value: Double, _ digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = (value * scale).rounded() / scale
    return digits == 0 ? String(Int(rounded)) : String(rounded)
}
