/// The statuses that an entry of an operation's responses is for: `200`, `.range(4)` or `.default`.
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

    /// OpenAPI's `4XX` is `.range(4)`.
    public static func range(_ firstDigit: Int) -> ResponseStatus {
        var status: ResponseStatus = 0
        status.form = .range(firstDigit)
        return status
    }

    /// Whatever no other entry is for.
    public static var `default`: ResponseStatus {
        var status: ResponseStatus = 0
        status.form = .default
        return status
    }

    /// How specific the match with an actual status is; nil if it is not one.
    func specificity(for code: Int) -> Int? {
        switch form {
        case .code(let own): own == code ? 2 : nil
        case .range(let firstDigit): code / 100 == firstDigit ? 1 : nil
        case .default: 0
        }
    }
}
