import ApusClient
import ApusModels
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A URL of the authorization server.
struct Endpoint: Sendable {
    /// The scheme, the host and the port.
    let base: URL
    /// The path and the query.
    let path: String

    /// - Parameters:
    ///   - text: The URL, which may be relative.
    ///   - server: The URL that a relative one is resolved against.
    /// - Throws: ``OAuthError/invalidURL(_:)`` unless the URL is `https`, or `http` on this machine.
    init(_ text: String, relativeTo server: URL?) throws(OAuthError) {
        guard let url = URL(string: text, relativeTo: server)?.absoluteURL, let scheme = url.scheme?.lowercased(),
            let host = url.host, url.user == nil, url.password == nil
        else { throw .invalidURL(text) }
        let isLocal = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
        guard scheme == "https" || scheme == "http" && isLocal else { throw .invalidURL(text) }
        let absolute = url.absoluteString.prefix { $0 != "#" }
        guard let start = absolute.firstRange(of: "://")?.upperBound else { throw .invalidURL(text) }
        let end = absolute[start...].firstIndex { $0 == "/" || $0 == "?" } ?? absolute.endIndex
        guard let base = URL(string: String(absolute[..<end])) else { throw .invalidURL(text) }
        self.base = base
        path = (end == absolute.endIndex || absolute[end] == "?" ? "/" : "") + String(absolute[end...])
    }

    /// Sends a request and returns the response's JSON object.
    func send(
        _ method: HTTPRequest.Method, form: [(String, String)] = [], authorization: String? = nil,
        _ transport: any ClientTransport, timeout: Duration
    ) async throws -> (status: Int, object: JSONObject) {
        var request = HTTPRequest(method: method, scheme: nil, authority: nil, path: path)
        request.headerFields[.accept] = "application/json"
        request.headerFields[.authorization] = authorization
        var body: HTTPBody?
        if method == .post {
            request.headerFields[.contentType] = "application/x-www-form-urlencoded"
            body = HTTPBody(FormText.encode(form))
        }
        let (message, content) = (request, body)
        let (status, bytes): (Int, [UInt8])
        do {
            let limit = (time: timeout, error: TimeoutError(.attempt, limit: timeout))
            (status, bytes) = try await Timeout.run(limit) {
                let (head, body) = try await transport.send(
                    message, body: content, baseURL: base, operationID: "oauth2.token")
                return (head.status.code, try await body?.collect(upTo: 1 << 20) ?? [])
            }
        } catch {
            throw OAuthError.unreachable(error)
        }
        guard let object = try? JSON.decode(JSONValue.self, from: bytes).object else {
            throw OAuthError.invalidResponse(status: status, reason: "the body is not a JSON object")
        }
        return (status, object)
    }
}

/// The text of a form (`application/x-www-form-urlencoded`).
enum FormText {
    static func encode(_ pairs: [(String, String)]) -> String {
        pairs.map { encode($0.0) + "=" + encode($0.1) }.joined(separator: "&")
    }

    /// Percent-encodes all but unreserved characters (RFC 3986, section 2.3).
    static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isUnreserved = byte < 0x80 && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            if isUnreserved || "-._~".unicodeScalars.contains(scalar) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Returns the parameters in a URL's query, or in its fragment.
    static func parameters(of url: String) -> [String: String] {
        guard let start = url.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return [:] }
        var result: [String: String] = [:]
        for pair in url[url.index(after: start)...].split(whereSeparator: { $0 == "&" || $0 == "#" }) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? String(parts[1]).replacing("+", with: " ") : ""
            result[String(parts[0])] = decode(value)
        }
        return result
    }

    /// Replaces percent-encoded bytes. An incomplete one is kept.
    private static func decode(_ text: String) -> String {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
