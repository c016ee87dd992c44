/// The version of the OpenAPI Specification that a description follows, without the patch number.
public enum SpecificationVersion: Int, Hashable, Sendable, Comparable, CustomStringConvertible, CaseIterable {
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case v3_0, v3_1, v3_2

    /// Reads the text of the `openapi` field, such as `3.1.0`.
    init?(_ text: String) {
        if text.hasPrefix("3.0.") || text == "3.0" {
            self = .v3_0
        } else if text.hasPrefix("3.1.") || text == "3.1" {
            self = .v3_1
        } else if text.hasPrefix("3.2.") || text == "3.2" {
            self = .v3_2
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .v3_0: "3.0"
        case .v3_1: "3.1"
        case .v3_2: "3.2"
        }
    }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
