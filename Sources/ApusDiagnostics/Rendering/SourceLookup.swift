/// Gives the bytes of a source file by the path that places name it by; nil for a file that is not at hand.
public typealias SourceLookup = (_ file: String) -> [UInt8]?
