import ApusGeneration

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The environment variables of the process.
enum Environment {
    static subscript(name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Whether a variable has a value that is not empty (https://no-color.org).
    static func isSet(_ name: String) -> Bool {
        self[name].map { !$0.isEmpty } ?? false
    }
}

extension Environment {
    /// The path of the program that runs, without symbolic links.
    static var executable: String? {
        #if canImport(Darwin)
        var size: UInt32 = 0
        _ = _NSGetExecutablePath(nil, &size)
        var path = [CChar](repeating: 0, count: Int(size))
        guard _NSGetExecutablePath(&path, &size) == 0 else { return nil }
        return FileSystem.realPath(of: path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) })
        #else
        return FileSystem.realPath(of: "/proc/self/exe")
        #endif
    }
}

extension Environment {
    /// Replaces this process by a program. Returns only if that fails.
    static func become(_ program: String, arguments: [String]) {
        var pointers = ([program] + arguments).map { strdup($0) } + [nil]
        _ = execv(program, &pointers)
        for pointer in pointers { free(pointer) }
    }
}
