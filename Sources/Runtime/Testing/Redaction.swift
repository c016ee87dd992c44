import ApusClient
import ApusModels
import HTTPTypes

/// What a recording has in place of secrets.
public struct Redaction: Sendable {
    /// The header fields whose values are replaced, in addition to those with credentials of HTTP.
    public var headers: Set<String>
    /// The parameters of the query whose values are replaced.
    public var parameters: Set<String>
    /// The members of JSON bodies and of forms whose values are replaced, at any depth.
    public var members: Set<String>
    /// Texts that are replaced wherever they are, such as an API key.
    public var secrets: [String]

    public static let placeholder = "REDACTED"

    private static let credentials: Set<String> = [
        "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key",
    ]

    public init(
        headers: Set<String> = [], parameters: Set<String> = ["key", "api_key", "apikey", "token", "access_token"],
        members: Set<String> = [
            "password", "secret", "client_secret", "token", "access_token", "refresh_token", "id_token", "api_key",
        ], secrets: [String] = []
    ) {
        self.headers = headers
        self.parameters = parameters
        self.members = members
        self.secrets = secrets
    }

    func redacted(_ fields: HTTPFields) -> [(String, String)] {
        let own = Set(headers.map { $0.lowercased() })
        return fields.map { field in
            let name = field.name.canonicalName
            let isSecret = Self.credentials.contains(name) || own.contains(name) || name.hasSuffix("-api-key")
            return (name, isSecret ? Self.placeholder : withoutSecrets(field.value))
        }
    }

    func redacted(path: String) -> String {
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return withoutSecrets(path) }
        return withoutSecrets("\(parts[0])?" + redacted(pairs: parts[1], names: parameters))
    }

    func redacted(body: [UInt8], contentType: String?) -> [UInt8] {
        if let value = try? JSON.decode(JSONValue.self, from: body), let bytes = try? JSON.encode(redacted(value)) {
            return Array(withoutSecrets(String(decoding: bytes, as: UTF8.self)).utf8)
        }
        guard let text = String(validating: body, as: UTF8.self) else { return body }
        let isForm = contentType?.hasPrefix("application/x-www-form-urlencoded") == true
        return Array(withoutSecrets(isForm ? redacted(pairs: text[...], names: members) : text).utf8)
    }

    private func redacted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            .object(
                JSONObject(
                    object.map { member in
                        let isSecret = members.contains(member.name.lowercased()) && !member.value.isNull
                        return (member.name, isSecret ? .string(Self.placeholder) : redacted(member.value))
                    }))
        case .array(let elements): .array(elements.map(redacted))
        default: value
        }
    }

    private func redacted(pairs: Substring, names: Set<String>) -> String {
        pairs.split(separator: "&", omittingEmptySubsequences: false).map { pair in
            let name = pair.prefix { $0 != "=" }
            return names.contains(name.lowercased()) ? "\(name)=\(Self.placeholder)" : String(pair)
        }.joined(separator: "&")
    }

    private func withoutSecrets(_ text: String) -> String {
        secrets.filter { !$0.isEmpty }.reduce(text) { $0.replacing($1, with: Self.placeholder) }
    }
}
