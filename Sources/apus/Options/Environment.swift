#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The variables of the process's environment.
enum Environment {
    static subscript(name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Whether a variable is there with any value but the empty one (https://no-color.org).
    static func isSet(_ name: String) -> Bool {
        self[name].map { !$0.isEmpty } ?? false
    }
}
