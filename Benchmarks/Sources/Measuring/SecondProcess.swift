import Foundation

/// Another run of this program, or a run of another one, so that only one side of a connection counts in a measurement.
///
/// It ends when this process ends, because its standard input does.
public struct SecondProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// - Parameter program: Another program than this one.
    public init(_ arguments: [String], of program: URL? = nil) throws {
        process.executableURL = program ?? Bundle.main.executableURL
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// Returns the integers in the first line that the process prints, such as its ports.
    public func integers() -> [Int] {
        var line = Data()
        while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
            line.append(byte)
        }
        return String(decoding: line, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    }

    public func terminate() { process.terminate() }

    /// Ends this process when the one that started it has ended.
    public static func endsWithParent() {
        Thread.detachNewThread {
            while let data = try? FileHandle.standardInput.read(upToCount: 1), !data.isEmpty {}
            exit(0)
        }
    }
}
