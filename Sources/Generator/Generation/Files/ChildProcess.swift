import ApusPOSIX

/// A program that was run to its end.
package struct ChildProcess {
    /// The exit status. It is 128 plus the signal's number if a signal ended the program, or -1 if the program could
    /// not be run.
    package let status: Int32
    package let output: String
    package let errors: String

    /// Runs a program, and waits for its end.
    ///
    /// - Parameters:
    ///   - arguments: The program, by its path or its name in the search path, and its arguments.
    ///   - folder: A folder for its output.
    package init(_ arguments: [String], scratch folder: String) {
        let outputFile = PathName.resolve(".output", in: folder)
        let errorFile = PathName.resolve(".errors", in: folder)
        func text(_ file: String) -> String {
            let bytes = (try? FileSystem.read(file, limit: 1 << 28)) ?? []
            try? FileSystem.remove(file)
            return String(decoding: bytes, as: UTF8.self)
        }
        status = Self.withPointers(to: arguments) { apusRunProgram($0, outputFile, errorFile) }
        output = text(outputFile)
        errors = text(errorFile)
    }

    /// Whether a signal has ended the program.
    package var hasCrashed: Bool { status > 128 }

    private static func withPointers<Result>(
        to arguments: [String], _ work: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
        var bytes: [CChar] = []
        var starts: [Int] = []
        for argument in arguments {
            starts.append(bytes.count)
            bytes += argument.utf8CString
        }
        return bytes.withUnsafeBufferPointer { buffer in
            let pointers: [UnsafePointer<CChar>?] = starts.map { buffer.baseAddress! + $0 } + [nil]
            return pointers.withUnsafeBufferPointer { work($0.baseAddress!) }
        }
    }
}
