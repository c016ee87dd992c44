import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// A terminal for the error stream of a process, which keeps what is written to it.
final class PseudoTerminal {
    private let master: Int32
    let slave: FileHandle

    init(columns: UInt16) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(master >= 0)
        let descriptor = open(try #require(Self.path(of: master)), O_RDWR | O_NOCTTY)
        try #require(descriptor >= 0)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
        slave = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit { close(master) }

    /// Unlocks the terminal, and returns its path.
    private static func path(of master: Int32) -> String? {
        #if canImport(Darwin)
        guard grantpt(master) == 0, unlockpt(master) == 0 else { return nil }
        return ptsname(master).map { String(cString: $0) }
        #else
        // Glibc's module does not declare these functions, and its macros for these requests are not imported.
        let (unlock, number): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
        var (isLocked, count): (Int32, UInt32) = (0, 0)
        guard ioctl(master, unlock, &isLocked) == 0, ioctl(master, number, &count) == 0 else { return nil }
        return "/dev/pts/\(count)"
        #endif
    }

    /// Returns what has been written, after the process has ended.
    func written() throws -> String {
        try slave.close()
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}
