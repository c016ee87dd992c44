import ApusByteText

/// The rules for Swift names from the configuration and the command line.
package enum SwiftIdentifier {
    /// Whether `name` is an identifier of ASCII letters, digits and `_`, which is safe for all file systems and
    /// linkers.
    package static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, !first.isASCIIDigit, name != "_" else { return false }
        return name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
    }

    /// Returns a module name from a folder's name by removing invalid characters, or `API` if nothing remains.
    static func moduleName(fromFolder path: String) -> String {
        let kept = PathName.last(of: path).utf8.filter {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_")
        }
        let name = String(decoding: kept, as: UTF8.self)
        return isValid(name) ? name : "API"
    }
}
