import ApusModels
import Foundation
import Synchronization

/// Tokens that clients get for an API key (`POST /login/api_key`) and send after `Bearer`.
final class GalileoTokens: Sendable {
    let key: String
    private let tokens = Mutex<[String: Date]>([:])
    private static let lifetime: TimeInterval = 3600

    init(key: String) { self.key = key }

    /// Returns a token with the form of a JWT. Clients read from it when it expires.
    func make() -> String {
        let expiry = Date().addingTimeInterval(Self.lifetime)
        let claims = #"{"sub":"demo","exp":\#(Int(expiry.timeIntervalSince1970))}"#
        let parts = [#"{"alg":"HS256","typ":"JWT"}"#, claims, UUID().uuidString]
        let token = parts.map(Self.base64URL).joined(separator: ".")
        tokens.withLock { $0[token] = expiry }
        return token
    }

    func isValid(_ token: String) -> Bool { tokens.withLock { $0[token].map { $0 > Date() } ?? false } }

    private static func base64URL(_ text: String) -> String {
        Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }
}
