import ApusByteText

/// The names that configuration and command line may give to Swift declarations and modules.
package enum SwiftIdentifier {
    /// Whether `name` is an identifier of ASCII letters, digits and `_`: what every file system and linker takes.
    package static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, !first.isASCIIDigit, name != "_" else { return false }
        return name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
    }

    /// An identifier made of a folder's name: other characters fall away; `API` if nothing is left.
    static func moduleName(fromFolder path: String) -> String {
        let kept = PathName.last(of: path).utf8.filter { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
        let name = String(decoding: kept, as: UTF8.self)
        return isValid(name) ? name : "API"
    }
}
