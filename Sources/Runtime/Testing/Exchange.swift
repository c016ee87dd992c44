import ApusClient
import ApusModels
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A request and its response, as in a recording.
struct Exchange: Sendable {
    var operationID: String
    var method: String
    var path: String
    var requestHeaders: [(String, String)]
    var requestBody: [UInt8]
    var status: Int
    var responseHeaders: [(String, String)]
    var responseBody: [UInt8]

    /// What a request has to be equal in.
    var key: String { "\(method) \(path) \(Self.canonical(requestBody))" }

    /// Returns JSON with sorted members, so that requests are equal whatever the order, or else the text.
    private static func canonical(_ bytes: [UInt8]) -> String {
        guard let value = try? JSON.decode(JSONValue.self, from: bytes) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var options = JSONEncodingOptions()
        options.sortsMembers = true
        return (try? JSON.encode(value, options: options)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

extension Exchange {
    /// The exchange in a file. A body that is JSON is written as such.
    var json: JSONValue {
        func message(_ headers: [(String, String)], _ body: [UInt8], _ first: [(String, JSONValue)]) -> JSONValue {
            var members = first
            members.append(("headers", .object(JSONObject(headers.map { ($0.0, .string($0.1)) }))))
            if let value = try? JSON.decode(JSONValue.self, from: body) {
                members.append(("json", value))
            } else if let text = String(validating: body, as: UTF8.self) {
                if !text.isEmpty { members.append(("text", .string(text))) }
            } else {
                members.append(("base64", .string(Data(body).base64EncodedString())))
            }
            return .object(JSONObject(members))
        }
        return .object(
            JSONObject([
                ("operation", .string(operationID)),
                (
                    "request",
                    message(requestHeaders, requestBody, [("method", .string(method)), ("path", .string(path))])
                ),
                ("response", message(responseHeaders, responseBody, [("status", .integer(Int64(status)))])),
            ]))
    }

    /// - Throws: ``RecordingError``.
    init(_ json: JSONValue) throws(RecordingError) {
        func body(_ message: JSONValue?) throws(RecordingError) -> [UInt8] {
            if let value = message?["json"] {
                do { return try JSON.encode(value) } catch { throw .invalidFile("\(error)") }
            }
            if let text = message?["text"]?.string { return Array(text.utf8) }
            guard let text = message?["base64"]?.string else { return [] }
            guard let data = Data(base64Encoded: text) else { throw .invalidFile("a body is not base64") }
            return Array(data)
        }
        func headers(_ message: JSONValue?) -> [(String, String)] {
            (message?["headers"]?.object ?? [:]).compactMap { member in member.value.string.map { (member.name, $0) } }
        }
        let (request, response) = (json["request"], json["response"])
        guard let operation = json["operation"]?.string, let method = request?["method"]?.string,
            let path = request?["path"]?.string, let status = response?["status"]?.integer
        else { throw .invalidFile("an exchange lacks `operation`, `method`, `path` or `status`") }
        self.init(
            operationID: operation, method: method, path: path, requestHeaders: headers(request),
            requestBody: try body(request), status: status, responseHeaders: headers(response),
            responseBody: try body(response))
    }
}

/// The error of a recording.
public enum RecordingError: TransientError, CustomStringConvertible {
    /// The file is not a recording.
    case invalidFile(String)
    /// The recording has no such request, or it has been replayed already.
    case notRecorded(String)

    public var isTransient: Bool { false }

    public var description: String {
        switch self {
        case .invalidFile(let reason): "the file is not a recording: \(reason)"
        case .notRecorded(let request): "the recording has no further exchange for \(request)"
        }
    }
}
