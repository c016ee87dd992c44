/// The status of a described response: `200`, `.range(4)` or `.default`.
public struct ResponseStatus: Hashable, Sendable, ExpressibleByIntegerLiteral {
    private enum Form: Hashable, Sendable {
        case code(Int)
        case range(Int)
        case `default`
    }

    private var form: Form

    public init(integerLiteral code: Int) {
        form = .code(code)
    }

    /// Returns a range of statuses: `.range(4)` is OpenAPI's `4XX`.
    public static func range(_ firstDigit: Int) -> ResponseStatus {
        var status: ResponseStatus = 0
        status.form = .range(firstDigit)
        return status
    }

    /// All statuses that no other described response has.
    public static var `default`: ResponseStatus {
        var status: ResponseStatus = 0
        status.form = .default
        return status
    }

    /// The status code, or `nil` for several.
    package var code: Int? { if case .code(let code) = form { code } else { nil } }

    /// Returns how specifically this matches an actual status, or `nil` if it does not match.
    package func specificity(for code: Int) -> Int? {
        switch form {
        case .code(let own): own == code ? 2 : nil
        case .range(let firstDigit): code / 100 == firstDigit ? 1 : nil
        case .default: 0
        }
    }
}
