import Foundation

/// The figures of `Benchmarks/thresholds.json`.
public struct Thresholds: Decodable {
    private var tolerance: Double
    /// The figures of the benchmark of JSON, by configuration and name.
    public var json: [String: [String: Double]]
    /// The figures of clients and servers over loopback, by side and name.
    public var loopback: [String: [String: Double]]

    public init() throws {
        let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
        let file = try Data(contentsOf: folder.appendingPathComponent("thresholds.json"))
        self = try JSONDecoder().decode(Self.self, from: file)
    }

    /// Names each figure that misses its threshold by more than the tolerance.
    ///
    /// - Parameters:
    ///   - limits: The thresholds by name.
    ///   - atLeast: Figures that should not be smaller than their threshold, by its name.
    ///   - atMost: Figures that should not be larger than their threshold, by its name.
    public func missed(
        _ limits: [String: Double]?, atLeast: [String: Double], atMost: [String: Double] = [:]
    ) -> [String] {
        let limits = limits ?? [:]
        let small = atLeast.filter { name, value in limits[name].map { value < $0 / tolerance } ?? false }
        let large = atMost.filter { name, value in limits[name].map { value > $0 * tolerance } ?? false }
        return small.merging(large) { first, _ in first }.sorted { $0.key < $1.key }
            .map { "missed: \($0.key): \(format($0.value, 3)), to reach \(format(limits[$0.key]!, 3))" }
    }
}
