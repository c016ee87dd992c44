import Foundation

/// The time that the processor has spent on this process, in seconds.
public func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Measures pieces of work in turn, so that whatever else the machine does hits all of them.
///
/// - Returns: for each piece, the seconds that one run took, round by round.
public func interleaved(rounds: Int, _ pieces: [() throws -> Void]) throws -> [[Double]] {
    // Each piece runs some 40 ms a round.
    let repetitions = try pieces.map { piece in
        try piece()
        let start = processorTime()
        try piece()
        return max(1, Int(0.04 / (processorTime() - start)))
    }
    var seconds = pieces.map { _ in [Double]() }
    for _ in 0..<rounds {
        for (index, piece) in pieces.enumerated() {
            let start = processorTime()
            for _ in 0..<repetitions[index] { try piece() }
            seconds[index].append((processorTime() - start) / Double(repetitions[index]))
        }
    }
    return seconds
}

public func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
