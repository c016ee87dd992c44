import ApusPOSIX

/// The files and folders that a run reads or looks for, with their earlier states.
package final class InputRecord {
    private var states: [String: FileState] = [:]

    package init() {}

    var count: Int { states.count }
    /// Whether something existed at one of the paths.
    var hasAny: Bool { states.values.contains { $0.exists } }

    /// Notes a path before it is read. There may be nothing at the path.
    func note(_ path: String) {
        if states[path] == nil { states[path] = FileState(of: path) }
    }

    /// Whether a file or a folder has changed.
    private var hasChanged: Bool { states.contains { path, state in FileState(of: path) != state } }

    /// Waits until an input changes.
    ///
    /// The inputs are polled. Polling works on all systems and file systems, and takes less than a thousandth of a core
    /// for a file.
    ///
    /// - Parameter isEnded: Whether to stop waiting.
    /// - Returns: Whether an input has changed.
    package func waitForChange(unless isEnded: () -> Bool = { false }) -> Bool {
        repeat {
            apusPause(Self.interval)
            if isEnded() { return false }
        } while !hasChanged
        apusPause(Self.interval)
        return true
    }

    /// The time between two looks at the inputs, in milliseconds. It is also the time that an editor has to finish a
    /// file.
    private static let interval: Int32 = 20
}

/// The state of a file or a folder, without its contents.
private struct FileState: Equatable {
    /// The device, the inode, the size, and the times of the last changes of the contents and of the inode.
    ///
    /// `nil` if nothing exists at the path. The inode reveals a replaced file, whatever its time.
    private let numbers: [Int64]?

    var exists: Bool { numbers != nil }

    init(of path: String) {
        var state = ApusState()
        numbers =
            apusState(path, &state)
            ? [
                Int64(bitPattern: state.device), Int64(bitPattern: state.inode), state.size, state.modified,
                state.changed,
            ] : nil
    }
}
