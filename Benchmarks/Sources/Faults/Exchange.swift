import Foundation

/// A call of this run: its number says whether it creates a session or queries sessions.
struct Exchange: Sendable {
    let number: Int

    /// Every third call is a query, which may be repeated. The others must not be.
    var isQuery: Bool { number % 3 == 0 }

    /// The identifier of the project, which carries the number to the server and back.
    var projectID: UUID {
        let digits = String(number, radix: 16)
        return UUID(uuidString: "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)!
    }

    init(number: Int) { self.number = number }

    /// The call of a request's path, such as `/v2/projects/00000000-…/sessions/search`.
    init?(path: String) {
        let parts = path.split(separator: "/")
        guard parts.count >= 4, let number = Int(parts[2].suffix(12), radix: 16) else { return nil }
        self.number = number
    }
}

/// What a server does to a request.
enum Fault: Int, CaseIterable, Sendable {
    case none, reset, truncated, cutHead, slow, tooManyRequests, unavailable, expiredToken

    var name: String {
        switch self {
        case .none: "answered"
        case .reset: "connection reset"
        case .truncated: "body cut short"
        case .cutHead: "head cut short"
        case .slow: "answered after the time limit"
        case .tooManyRequests: "429 in a burst"
        case .unavailable: "503 in a burst"
        case .expiredToken: "401 for an expired token"
        }
    }
}

/// What a server has done to one call, as eight counts of a byte.
struct History: Sendable {
    var counts: [UInt8]

    init(_ bytes: ArraySlice<UInt8>) { counts = Array(bytes) }

    subscript(fault: Fault) -> Int { Int(counts[fault.rawValue]) }

    /// How often the call arrived with a valid token.
    var arrivals: Int { Fault.allCases.filter { $0 != .expiredToken }.reduce(0) { $0 + self[$1] } }
    /// How often a connection failed instead of an answer in time.
    var failures: Int { self[.reset] + self[.truncated] + self[.cutHead] + self[.slow] }
}
